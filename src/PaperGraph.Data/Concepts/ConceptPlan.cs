namespace PaperGraph.Data.Concepts;

/// <summary>A concept as it was stored last.</summary>
internal readonly record struct StoredConcept(long Id, string Key, long Digest);

/// <summary>Which of the stored concepts the concepts of a collection are.</summary>
/// <param name="Keys">Of each concept, in their order.</param>
/// <param name="Ids">One for each concept; null for what is new.</param>
/// <param name="Gone">Stored concepts that are none any more, each with what now goes by its key.</param>
internal sealed record ConceptPlan(string[] Keys, long?[] Ids, IReadOnlyList<(long Id, ConceptSurvivor? Survivor)> Gone)
{
    /// <summary>
    /// A concept is the stored one of its key. Where no concept has a stored key any more, the first that has it among its names
    /// takes over, and is the oldest such one where it is not stored itself.
    /// </summary>
    /// <param name="concepts">The concepts that may have changed, in any order.</param>
    /// <param name="stored">The stored ones of their keys, and those that may be gone.</param>
    /// <param name="namedSo">The first of the other stored concepts that have a key among their names, by that key.</param>
    public static ConceptPlan Create(
        IReadOnlyList<ConceptRow> concepts, IReadOnlyList<StoredConcept> stored, IReadOnlyDictionary<string, StoredConcept> namedSo)
    {
        var idOf = stored.ToDictionary(concept => concept.Key, concept => concept.Id);
        string[] keys = [.. concepts.Select(concept => concept.Key)];
        var ids = new long?[keys.Length];
        for (var i = 0; i < ids.Length; i++)
            if (idOf.Remove(keys[i], out var id)) ids[i] = id;

        var survivorOf = Survivors(concepts, keys, idOf);
        var gone = new List<(long Id, ConceptSurvivor? Survivor)>(idOf.Count);
        foreach (var (key, id) in idOf.OrderBy(entry => entry.Value))
        {
            var isHere = survivorOf.TryGetValue(key, out var survivor);
            if (namedSo.TryGetValue(key, out var other) && (!isHere || string.CompareOrdinal(other.Key, keys[survivor]) < 0))
                gone.Add((id, new ConceptSurvivor(null, other.Id)));
            else if (!isHere) gone.Add((id, null));
            else if (ids[survivor] is null) ids[survivor] = id;
            else gone.Add((id, new ConceptSurvivor(survivor, null)));
        }
        return new ConceptPlan(keys, ids, gone);
    }

    /// <summary>
    /// Of each key that no concept has any more, the first concept in the order of their keys that has it among its names.
    /// </summary>
    private static Dictionary<string, int> Survivors(
        IReadOnlyList<ConceptRow> concepts, string[] keys, Dictionary<string, long> gone)
    {
        var survivorOf = new Dictionary<string, int>();
        if (gone.Count == 0) return survivorOf;
        for (var i = 0; i < concepts.Count; i++)
            foreach (var name in concepts[i].Names)
                if (gone.ContainsKey(name.Key)
                    && (!survivorOf.TryGetValue(name.Key, out var known)
                        || string.CompareOrdinal(keys[i], keys[known]) < 0))
                    survivorOf[name.Key] = i;
        return survivorOf;
    }
}

/// <param name="Index">The place among the concepts of the plan; null where it is none of them.</param>
/// <param name="Id">The id where it is none of them.</param>
internal readonly record struct ConceptSurvivor(int? Index, long? Id);
