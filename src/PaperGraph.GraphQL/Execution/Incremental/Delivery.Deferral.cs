using System.Collections;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <content>What executions put off, as groups to be executed and as what a client waits for.</content>
internal sealed partial class Delivery
{
    private readonly Dictionary<(DeferUsage Usage, ObjectTable Table, int Row), PendingResult> fragments = [];
    private readonly Dictionary<(object Whole, int Row), ResultPart> parts = [];

    /// <summary>Takes over what an execution deferred or streamed, and announces what begins in data that this response delivers.</summary>
    private void Defer(Levels executed, IncrementalResponse response)
    {
        var (deferred, streamed) = executed.TakeDeferred();
        var begun = new List<PendingResult>();
        var ofFragments = new OrderedDictionary<HashSet<DeferUsage>, ExecutionGroup>(HashSet<DeferUsage>.CreateSetComparer());
        foreach (var (table, fields) in deferred)
        {
            int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => !table.IsDropped(row))];
            if (rows.Length == 0) continue;
            var made = rows.Select((row, index) => new ResultPart(
                [.. fields.Usages.Select(usage => GetOrAddFragment(usage, table, row, begun))], table.GetPath(row))
            { Row = index });
            if (!ofFragments.TryGetValue(fields.Usages, out var together)) ofFragments.Add(fields.Usages, together = new(request));
            together.Add([.. made], executing => ExecuteDeferred(executing, table, fields, rows));
        }
        groups.AddRange(ofFragments.Values);
        foreach (var (lists, first) in streamed) Defer(lists, first, begun);
        foreach (var pending in begun) Announce(pending, response);
    }

    private void Defer(ListColumn lists, int first, List<PendingResult> begun)
    {
        var made = new List<ResultPart>();
        for (var row = 0; row < lists.Count; row++)
        {
            if (lists.Values[row] is not IList list || list.Count <= first || lists.IsDropped(row)) continue;
            var pending = new PendingResult(lists.Field.Stream!.Label, lists.GetPath(row)) { FirstItem = first };
            made.Add(new ResultPart([pending], pending.Path) { Row = row });
            Begin(pending, lists.GetWhole(row), begun);
        }
        if (made.Count == 0) return;
        var alone = new ExecutionGroup(request);
        alone.Add(made, executing => executing.AddLaterItems(lists, first));
        groups.Add(alone);
    }

    private static ObjectTable ExecuteDeferred(Levels executing, ObjectTable answered, DeferredFields fields, int[] rows)
    {
        var table = ObjectTable.FromDeferred(answered, fields.Fields, rows);
        executing.Add(table);
        return table;
    }

    /// <summary>The deferred fragment around fields of an object; it may have begun at an object further up.</summary>
    private PendingResult GetOrAddFragment(DeferUsage usage, ObjectTable table, int row, List<PendingResult> begun)
    {
        while (!table.NewUsages.Contains(usage)) (table, row) = table.FindOwner(row)!.Value;
        if (fragments.TryGetValue((usage, table, row), out var known)) return known;
        var made = fragments[(usage, table, row)] = new PendingResult(usage.Label, table.GetPath(row));
        if (usage.Parent is null) Begin(made, table.GetWhole(row), begun);
        else GetOrAddFragment(usage.Parent, table, row, begun).Inner.Add(made);
        return made;
    }

    /// <summary>What is pending is announced with the data it begins in.</summary>
    private void Begin(PendingResult pending, (object Whole, int Row) place, List<PendingResult> begun)
    {
        if (parts.TryGetValue(place, out var part) && part.DeliveredBy is null) part.Inner.Add(pending);
        else begun.Add(pending);
    }
}
