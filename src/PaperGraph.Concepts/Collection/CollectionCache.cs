namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What was read of a stored collection so far. Whatever is asked for and was not read is noted, and answered as if there were nothing:
/// so that a computation that only reads can be tried, what it lacked be read at once, and be tried again until nothing is lacking.
/// </summary>
public sealed class CollectionCache
{
    private readonly Dictionary<string, NameRecord> records = [];
    private readonly Dictionary<int, HashSet<string>> keysWith = [];
    private readonly Dictionary<int, HashSet<long>> papersWith = [];
    private readonly Dictionary<long, CountedPaper> papers = [];
    private readonly RepeatedTexts texts = new();

    private CollectionCache(bool isOfNothing) => IsOfNothing = isOfNothing;

    /// <summary>The cache of a collection that has no papers yet.</summary>
    public static CollectionCache OfNothing() => new(isOfNothing: true);

    /// <summary>One into which nothing was read yet.</summary>
    public static CollectionCache Create() => new(isOfNothing: false);

    /// <summary>Keys whose records were asked for and not read.</summary>
    public HashSet<string> LackedRecords { get; } = [];

    /// <summary>References of records, by which keys were looked for.</summary>
    public HashSet<int> LackedKeys { get; } = [];

    /// <summary>References of papers, see <see cref="CollectionReference"/>.</summary>
    public HashSet<int> LackedPapers { get; } = [];

    /// <summary>Whether nothing is stored, so that nothing is ever lacking.</summary>
    internal bool IsOfNothing { get; }

    public bool IsLacking => LackedRecords.Count + LackedKeys.Count + LackedPapers.Count > 0;

    /// <summary>Answers what is lacking, all of it: what was not found is nothing.</summary>
    /// <param name="found">The records of lacked keys.</param>
    /// <param name="referring">Records that have a lacked reference, with the references that they have.</param>
    /// <param name="holding">Papers that have a lacked reference.</param>
    public void Fill(
        IEnumerable<StoredRecord> found, IEnumerable<StoredRecord> referring, IEnumerable<StoredPaper> holding)
    {
        foreach (var reference in LackedKeys) keysWith[reference] = [];
        foreach (var reference in LackedPapers) papersWith[reference] = [];
        foreach (var record in found.Concat(referring))
        {
            Add(record);
            foreach (var reference in record.References)
                if (LackedKeys.Contains(reference)) keysWith[reference].Add(record.Key);
        }
        foreach (var key in LackedRecords) records.TryAdd(key, NameRecord.Empty);
        foreach (var paper in holding)
        {
            if (!papers.ContainsKey(paper.PaperId))
                papers.Add(paper.PaperId, CountedPaper.Unpack(paper.PaperId, paper.Names, paper.Meanings, texts));
            foreach (var reference in paper.References)
                if (LackedPapers.Contains(reference)) papersWith[reference].Add(paper.PaperId);
        }
        LackedRecords.Clear();
        LackedKeys.Clear();
        LackedPapers.Clear();
    }

    internal NameRecord Record(string key)
    {
        if (IsOfNothing) return NameRecord.Empty;
        if (records.TryGetValue(key, out var record)) return record;
        LackedRecords.Add(key);
        return NameRecord.Empty;
    }

    /// <summary>Keys whose records have a reference, and maybe others.</summary>
    internal IReadOnlyCollection<string> KeysWith(int reference)
    {
        if (IsOfNothing) return [];
        if (keysWith.TryGetValue(reference, out var keys)) return keys;
        LackedKeys.Add(reference);
        return [];
    }

    /// <summary>Papers of the collection that have a reference, and maybe others.</summary>
    internal IEnumerable<CountedPaper> PapersWith(int reference)
    {
        if (IsOfNothing) return [];
        if (papersWith.TryGetValue(reference, out var ids)) return ids.Select(id => papers[id]);
        LackedPapers.Add(reference);
        return [];
    }

    private void Add(StoredRecord record)
    {
        if (!records.ContainsKey(record.Key)) records.Add(record.Key, PackedRecord.Unpack(record.Key, record.Packed, texts));
    }
}

/// <param name="Packed">All that is known of the key.</param>
/// <param name="References">What it is found by, see <see cref="CollectionReference"/>.</param>
public sealed record StoredRecord(string Key, byte[] Packed, int[] References);

/// <param name="Names">See <see cref="PackedNames"/>.</param>
/// <param name="Meanings">What each of the names was found to mean.</param>
/// <param name="References">What it is found by, see <see cref="CollectionReference"/>.</param>
public sealed record StoredPaper(long PaperId, byte[] Names, byte[] Meanings, int[] References);
