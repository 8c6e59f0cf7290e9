using System.Runtime.InteropServices;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name are one field: same name, same arguments, values of one shape; unless no object has both. §5.3.2
/// </summary>
/// <remarks>
/// The specification compares every two fields of a selection set, and for every two the selections of both together. Here all
/// fields that end up under one path of the response form one group, and what has to be equal is compared with the group's first
/// alone. Which objects a field is asked of is kept as an <see cref="Overlap"/>, and groups that consist of the same selections are
/// looked at once, so that ordinary documents cost one look at each field. For the others there is a limit to the work.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMerged(DocumentContext context) : ValidationRule
{
    /// <summary>Fields looked at, and pairs compared, before a document is refused.</summary>
    internal const int MaxSteps = 250_000;

    private const int MaxFieldsReported = 10;

    private readonly HashSet<MergedSelections> seen = [];
    private readonly Queue<MergedSelections> pending = new();
    private readonly Dictionary<string, List<FieldUse>> groups = new(StringComparer.Ordinal);
    private readonly Stack<List<FieldUse>> emptied = new();
    private readonly Stack<(SelectionSetUse Selections, int Next)> open = new();
    private readonly HashSet<(string Fragment, Overlap? Overlap)> spread = [];
    private readonly Dictionary<(Overlap? Outer, ObjectType? Type), Overlap> overlaps = [];

    /// <summary>Fields looked at and pairs compared so far.</summary>
    internal int Steps { get; private set; }

    public override void Leave(DocumentNode node)
    {
        foreach (var root in Roots(node))
        {
            Add(new MergedSelections([root]));
            while (pending.TryDequeue(out var merged))
            {
                Collect(merged);
                foreach (var group in groups.Values) CheckGroup(group);
                if (Steps <= MaxSteps) continue;
                context.Report(
                    this,
                    $"Fields overlap in too many ways to compare them all. Use fewer fragments within fragments.",
                    root.Node.Location);
                return;
            }
        }
    }

    /// <summary>The selections of operations, and of fragments that none of them spreads: they hold those of all other fragments.</summary>
    private IEnumerable<SelectionSetUse> Roots(DocumentNode document)
    {
        var spreadSomewhere = new HashSet<FragmentDefinitionNode>();
        foreach (var operation in document.Operations)
        {
            spreadSomewhere.UnionWith(context.Uses.Fragments(operation));
            yield return new SelectionSetUse(operation.SelectionSet, context.Schema.RootType(operation.Operation), null, null);
        }
        foreach (var fragment in document.Fragments)
        {
            if (!spreadSomewhere.Contains(fragment))
                yield return new SelectionSetUse(fragment.SelectionSet, FindType(fragment.TypeCondition), null, null);
        }
    }

    private void Step()
    {
        Steps++;
        context.Work.Step();
    }

    private void Add(MergedSelections merged)
    {
        if (seen.Add(merged)) pending.Enqueue(merged);
    }

    /// <summary>Groups the fields of all selections by their response names, in the order of the text, fragments followed.</summary>
    private void Collect(MergedSelections merged)
    {
        foreach (var group in groups.Values)
        {
            group.Clear();
            emptied.Push(group);
        }
        groups.Clear();
        spread.Clear();
        for (var i = merged.Parts.Length - 1; i >= 0; i--) open.Push((merged.Parts[i], 0));
        while (open.TryPop(out var current))
        {
            var (selections, next) = current;
            if (next == selections.Node.Selections.Length) continue;
            open.Push((selections, next + 1));
            Step();
            switch (selections.Node.Selections[next])
            {
                case FieldNode field:
                    var definition = selections.Parent is { } parent ? context.Schema.FindField(parent, field.Name) : null;
                    var overlap = OverlapWithin(selections.Overlap, selections.Parent as ObjectType);
                    ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, field.ResponseName, out _);
                    group ??= emptied.TryPop(out var empty) ? empty : new List<FieldUse>(1);
                    group.Add(new FieldUse(field, definition?.Type, overlap, selections.Of));
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? FindType(condition) : selections.Parent;
                    open.Push((selections with { Node = inline.SelectionSet, Parent = type }, 0));
                    break;
                case FragmentSpreadNode { Name.Value: var name } when spread.Add((name, selections.Overlap))
                    && context.TryFragment(name, out var fragment):
                    open.Push((selections with { Node = fragment.SelectionSet, Parent = FindType(fragment.TypeCondition) }, 0));
                    break;
            }
        }
    }

    private Overlap OverlapWithin(Overlap? outer, ObjectType? type)
    {
        ref var overlap = ref CollectionsMarshal.GetValueRefOrAddDefault(overlaps, (outer, type), out _);
        return overlap ??= new Overlap(outer, type);
    }

    private CompositeType? FindType(NamedTypeNode name) => context.Schema.Types.Find(name.Name) as CompositeType;

    private void CheckGroup(List<FieldUse> group)
    {
        if (group is [{ Node.SelectionSet: var only } single])
        {
            if (only is not null) Add(new MergedSelections([new SelectionSetUse(only, single.Type?.Named as CompositeType, null, single)]));
            return;
        }
        if (!HaveSameCall(group) || !HaveSameShape(group)) return;

        var isUniform = group.TrueForAll(use => use.Overlap == group[0].Overlap);
        var parts = new List<SelectionSetUse>(group.Count);
        foreach (var use in group)
        {
            if (use.Node.SelectionSet is { } selections)
                parts.Add(new SelectionSetUse(selections, use.Type?.Named as CompositeType, isUniform ? null : use.Overlap, use));
        }
        if (parts.Count > 0) Add(new MergedSelections([.. parts]));
    }

    /// <summary>SameResponseShape: the same lists and non-nulls around the same leaf, or around objects of any type.</summary>
    private bool HaveSameShape(List<FieldUse> group)
    {
        var first = group.Find(use => use.Type is not null);
        foreach (var use in group)
        {
            Step();
            if (use.Type is null || first!.Type is null || HaveSameShape(first.Type, use.Type)) continue;
            ReportConflict(first, use, $"they return conflicting types \"{first.Type}\" and \"{use.Type}\"");
            return false;
        }
        return true;
    }

    private static bool HaveSameShape(GraphQLType one, GraphQLType other)
    {
        while (true)
        {
            switch (one, other)
            {
                case (NonNullType left, NonNullType right):
                    (one, other) = (left.Nullable, right.Nullable);
                    break;
                case (ListType left, ListType right):
                    (one, other) = (left.ItemType, right.ItemType);
                    break;
                default:
                    return one == other || (one is CompositeType && other is CompositeType);
            }
        }
    }

    /// <summary>
    /// Fields that some object may have both of have the same name and arguments. Being asked of the same objects is told by
    /// reference; of those that are not, only fields with different calls are compared in pairs.
    /// </summary>
    private bool HaveSameCall(List<FieldUse> group)
    {
        var firstOf = new Dictionary<Overlap, FieldUse>();
        foreach (var use in group)
        {
            Step();
            if (firstOf.TryAdd(use.Overlap, use)) continue;
            if (!AreSameCall(firstOf[use.Overlap], use)) return false;
        }
        if (firstOf.Count == 1) return true;

        var byCall = firstOf.Values.GroupBy(use => use.Call).Select(same => same.ToList()).ToList();
        for (var i = 0; i < byCall.Count; i++)
        {
            foreach (var use in byCall[i])
            {
                foreach (var other in byCall.Take(i).SelectMany(uses => uses))
                {
                    Step();
                    if (Steps > MaxSteps) return true;
                    if (use.Overlap.With(other.Overlap) && !AreSameCall(other, use)) return false;
                }
            }
        }
        return true;
    }

    private bool AreSameCall(FieldUse one, FieldUse other)
    {
        if (one.Node.Name.Value != other.Node.Name.Value)
            ReportConflict(one, other, $"\"{one.Node.Name}\" and \"{other.Node.Name}\" are different fields");
        else if (one.Arguments != other.Arguments)
            ReportConflict(one, other, $"they have differing arguments");
        else if (FindStream(one) != FindStream(other))
            ReportConflict(one, other, $"they have differing stream directives");
        else
            return true;
        return false;
    }

    private string? FindStream(FieldUse use) =>
        DeferAndStream.StreamAmong(use.Node.Directives) is { } stream && DeferAndStream.IsDeclared(context, stream)
            ? FieldUse.Describe(stream.Arguments)
            : null;

    /// <summary>
    /// Names the fields above both that are not one and the same, outermost first: those are what is selected twice. Of a long way down,
    /// the beginning is told.
    /// </summary>
    private void ReportConflict(FieldUse one, FieldUse other, ErrorText reason)
    {
        var ways = new List<(FieldUse One, FieldUse Other)>();
        for (var (a, b) = (one, other); a != b && a is not null && b is not null; (a, b) = (a.Of, b.Of)) ways.Add((a, b));
        ways.Reverse();
        var told = ways.Take(MaxFieldsReported).ToList();
        var below = told.Skip(1).Select(way => $"subfields \"{Excerpt.From(way.One.Node.ResponseName)}\" conflict because ");
        var why = told.Count == ways.Count ? reason.ToString() : "fields further below conflict";
        context.Report(
            this,
            $"Fields \"{ways[0].One.Node.ResponseName}\" conflict because {string.Concat(below):whole}{why:whole}. "
                + $"Use different aliases on the fields to fetch both if this was intentional.",
            [.. told.Select(way => way.One.Node.Location), .. told.Select(way => way.Other.Node.Location)]);
    }
}
