namespace PaperGraph.Data.Concepts;

/// <summary>A concept as it was stored last.</summary>
internal readonly record struct StoredConcept(long Id, string Key, long Digest);

/// <summary>Which of the stored concepts the concepts of a collection are.</summary>
/// <param name="Ids">One for each concept, in their order; null for what is new.</param>
/// <param name="Gone">Stored concepts that are none any more, each with the index of the concept that now goes by its key.</param>
internal sealed record ConceptPlan(long?[] Ids, IReadOnlyList<(long Id, int? Survivor)> Gone)
{
    /// <summary>
    /// A concept is the stored one of its key. Where no concept has a stored key any more, the first that has it among its names
    /// takes over, and is the oldest such one where it is not stored itself.
    /// </summary>
    public static ConceptPlan Create(IReadOnlyList<ConceptRow> concepts, IReadOnlyList<StoredConcept> stored)
    {
        var idOf = stored.ToDictionary(concept => concept.Key, concept => concept.Id);
        var ids = new long?[concepts.Count];
        for (var i = 0; i < ids.Length; i++)
            if (idOf.Remove(concepts[i].Key, out var id)) ids[i] = id;

        var survivorOf = Survivors(concepts, idOf);
        var gone = new List<(long Id, int? Survivor)>(idOf.Count);
        foreach (var (key, id) in idOf.OrderBy(entry => entry.Value))
        {
            if (!survivorOf.TryGetValue(key, out var survivor)) gone.Add((id, null));
            else if (ids[survivor] is null) ids[survivor] = id;
            else gone.Add((id, survivor));
        }
        return new ConceptPlan(ids, gone);
    }

    private static Dictionary<string, int> Survivors(IReadOnlyList<ConceptRow> concepts, Dictionary<string, long> gone)
    {
        var survivorOf = new Dictionary<string, int>();
        if (gone.Count == 0) return survivorOf;
        for (var i = 0; i < concepts.Count; i++)
            foreach (var name in concepts[i].Names)
                if (gone.ContainsKey(name.Key)) survivorOf.TryAdd(name.Key, i);
        return survivorOf;
    }
}
