using System.Collections.Concurrent;
using System.Collections.Immutable;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The merged selection sets of a field, collected once for each object type that its value turns out to have.</summary>
/// <param name="within">The deferred fragments that the field itself is answered with; none for one that is not deferred.</param>
internal sealed class SelectionPlan(
    Plan plan,
    CompositeType type,
    ImmutableArray<SelectionDetails> sets,
    HashSet<DeferUsage> within)
{
    /// <summary>About what a planned field takes with the collections that hold it, as measured.</summary>
    private const int BytesPerField = 500;

    private static readonly IEqualityComparer<HashSet<DeferUsage>> SameUsages = HashSet<DeferUsage>.CreateSetComparer();

    private readonly ConcurrentDictionary<ObjectType, PlannedSelection>? byType = type.IsAbstract ? new() : null;
    private PlannedSelection? ofObjectType;

    public CompositeType Type => type;

    public ImmutableArray<SelectionDetails> Sets => sets;

    public ImmutableArray<ObjectType> PossibleTypes => plan.Schema.PossibleTypes(type);

    /// <param name="work">
    /// Ends the work where it is a request's; what was not planned to its end then is planned when it is next needed.
    /// </param>
    public PlannedSelection For(ObjectType objectType, WorkCounter? work = null)
    {
        if (byType is null) return ofObjectType ??= PlanFields(objectType, work ?? WorkCounter.Endless);
        return byType.TryGetValue(objectType, out var planned)
            ? planned
            : byType.GetOrAdd(objectType, PlanFields(objectType, work ?? WorkCounter.Endless));
    }

    /// <summary>Fields by the deferred fragments they belong to; those of the field's own fragments are answered with it.</summary>
    private PlannedSelection PlanFields(ObjectType objectType, WorkCounter work)
    {
        var newUsages = new List<DeferUsage>();
        var fields = new OrderedDictionary<HashSet<DeferUsage>, List<PlannedField>>(SameUsages) { [within] = [] };
        foreach (var occurrences in plan.CollectFields(objectType, sets, newUsages, work))
        {
            if (plan.Schema.FindField(objectType, occurrences[0].Node.Name) is not { } definition) continue;
            var usages = FindDeferUsages(occurrences);
            if (!fields.TryGetValue(usages, out var group)) fields.Add(usages, group = []);
            group.Add(PlanField(objectType, definition, occurrences, usages));
        }
        plan.Grow(fields.Values.Sum(group => group.Count) * BytesPerField);
        return new PlannedSelection(
            [.. fields[within]],
            [.. fields.Where(pair => !SameUsages.Equals(pair.Key, within)).Select(pair => new DeferredFields(pair.Key, [.. pair.Value]))],
            newUsages);
    }

    private PlannedField PlanField(
        ObjectType objectType,
        Field definition,
        ImmutableArray<FieldDetails> occurrences,
        HashSet<DeferUsage> usages)
    {
        ImmutableArray<FieldNode> nodes = [.. occurrences.Select(occurrence => occurrence.Node)];
        var stream = plan.FindStream(nodes[0]);
        if (definition.Type.Named is not CompositeType composite)
            return new PlannedField(plan, objectType, definition, nodes, null, stream);
        var subSelection = new SelectionPlan(plan, composite, SubSelections(occurrences), usages);
        if (stream is null || occurrences.All(occurrence => occurrence.Usage is null))
            return new PlannedField(plan, objectType, definition, nodes, subSelection, stream);

        // Later items come when the deferred fragments around their list may be complete, and belong to none of them.
        ImmutableArray<FieldDetails> alone = [.. nodes.Select(node => new FieldDetails(node, null))];
        var laterSelection = new SelectionPlan(plan, composite, SubSelections(alone), []);
        return new PlannedField(plan, objectType, definition, nodes, subSelection, stream)
        {
            OfLaterItems = new PlannedField(plan, objectType, definition, nodes, laterSelection, null),
        };
    }

    private static ImmutableArray<SelectionDetails> SubSelections(ImmutableArray<FieldDetails> occurrences) =>
    [
        .. occurrences.Where(occurrence => occurrence.Node.SelectionSet is not null)
            .Select(occurrence => new SelectionDetails(occurrence.Node.SelectionSet!, occurrence.Usage)),
    ];

    /// <summary>
    /// The deferred fragments that a field belongs to, without those nested in others of them. There are none where the field is selected
    /// outside of deferred fragments too.
    /// </summary>
    private static HashSet<DeferUsage> FindDeferUsages(ImmutableArray<FieldDetails> occurrences)
    {
        var usages = new HashSet<DeferUsage>();
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Usage is null) return [];
            usages.Add(occurrence.Usage);
        }
        return [.. usages.Where(usage => !usage.IsWithinAny(usages))];
    }
}
