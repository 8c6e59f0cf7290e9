using System.Collections;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <content>What executions put off, as groups to be executed and as what a client waits for.</content>
internal sealed partial class Delivery
{
    private readonly Dictionary<(DeferUsage Usage, ObjectGroup Group, int Row), PendingResult> fragments = [];
    private readonly Dictionary<(object Whole, int Row), ResultPart> parts = [];

    /// <summary>What an execution put off; what begins in data that is handed out is announced.</summary>
    private void PutOff(Levels executed, IncrementalResponse response)
    {
        var (deferred, streamed) = executed.TakePutOff();
        var begun = new List<PendingResult>();
        var ofFragments = new OrderedDictionary<HashSet<DeferUsage>, ExecutionGroup>(HashSet<DeferUsage>.CreateSetComparer());
        foreach (var (group, fields) in deferred)
        {
            int[] rows = [.. Enumerable.Range(0, group.Count).Where(row => !group.IsDropped(row))];
            if (rows.Length == 0) continue;
            var made = rows.Select((row, index) => new ResultPart(
                [.. fields.Usages.Select(usage => FragmentOf(usage, group, row, begun))], group.PathOf(row))
            { Row = index });
            if (!ofFragments.TryGetValue(fields.Usages, out var together)) ofFragments.Add(fields.Usages, together = new(request));
            together.Add([.. made], executing => ExecuteDeferred(executing, group, fields, rows));
        }
        groups.AddRange(ofFragments.Values);
        foreach (var (lists, first) in streamed) PutOff(lists, first, begun);
        foreach (var pending in begun) Announce(pending, response);
    }

    private void PutOff(ListLayer lists, int first, List<PendingResult> begun)
    {
        var made = new List<ResultPart>();
        for (var row = 0; row < lists.Count; row++)
        {
            if (lists.Values[row] is not IList list || list.Count <= first || lists.IsDropped(row)) continue;
            var pending = new PendingResult(lists.Field.Stream!.Label, lists.PathOf(row)) { FirstItem = first };
            made.Add(new ResultPart([pending], pending.Path) { Row = row });
            Begin(pending, lists.WholeOf(row), begun);
        }
        if (made.Count == 0) return;
        var alone = new ExecutionGroup(request);
        alone.Add(made, executing => executing.AddLaterItems(lists, first));
        groups.Add(alone);
    }

    private static ObjectGroup ExecuteDeferred(Levels executing, ObjectGroup answered, DeferredFields fields, int[] rows)
    {
        var group = ObjectGroup.OfDeferred(answered, fields.Fields, rows);
        executing.Add(group);
        return group;
    }

    /// <summary>The deferred fragment around fields of an object; it may have begun at an object further up.</summary>
    private PendingResult FragmentOf(DeferUsage usage, ObjectGroup group, int row, List<PendingResult> begun)
    {
        while (!group.NewUsages.Contains(usage)) (group, row) = group.OwnerOf(row)!.Value;
        if (fragments.TryGetValue((usage, group, row), out var known)) return known;
        var made = fragments[(usage, group, row)] = new PendingResult(usage.Label, group.PathOf(row));
        if (usage.Parent is null) Begin(made, group.WholeOf(row), begun);
        else FragmentOf(usage.Parent, group, row, begun).Inner.Add(made);
        return made;
    }

    /// <summary>What is pending is announced with the data it begins in.</summary>
    private void Begin(PendingResult pending, (object Whole, int Row) place, List<PendingResult> begun)
    {
        if (parts.TryGetValue(place, out var part) && part.HandedOutBy is null) part.Inner.Add(pending);
        else begun.Add(pending);
    }
}
