using System.Collections.Concurrent;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The records that were edited, by their keys. Most keys are named by few papers and seldom asked for: where all papers are counted, these
/// are held as the bytes that are stored of them, a third of what a record takes, and unpacked whenever they are asked for. Records may be
/// asked for by many threads at once as long as none is edited.
/// </summary>
/// <param name="maxUnpacked">So many records that could be packed are not.</param>
internal sealed class EditedRecords(int maxUnpacked)
{
    /// <summary>How many keys of few papers are held as they are: a tenth of a gigabyte.</summary>
    public const int UsualHeld = 1 << 16;

    /// <summary>What so many papers name is asked for so often that it stays as it is.</summary>
    public const int ManyPapers = 16;

    /// <summary>Each a <see cref="NameRecord"/>, or the bytes of one.</summary>
    private readonly Dictionary<string, object> records = [];

    /// <summary>The keys whose records became what they are since some were packed last.</summary>
    private readonly List<string> unpacked = [];

    /// <summary>As many as threads have asked at once.</summary>
    private readonly ConcurrentBag<RepeatedTexts> texts = [];

    public IReadOnlyCollection<string> Keys => records.Keys;

    public bool Contains(string key) => records.ContainsKey(key);

    /// <returns>Not to be edited, as it may be a copy; null where none was edited.</returns>
    public NameRecord? Find(string key) => records.TryGetValue(key, out var held) ? Record(key, held) : null;

    /// <param name="create">Gives the record of a key that was not edited before.</param>
    public NameRecord Edit(string key, Func<string, NameRecord> create)
    {
        var isHeld = records.TryGetValue(key, out var held);
        if (held is NameRecord known) return known;
        var record = isHeld ? Record(key, held!) : create(key);
        records[key] = record;
        unpacked.Add(key);
        return record;
    }

    /// <summary>What is asked for most of a record; null where none was edited.</summary>
    public NameOutline? Outline(string key) => !records.TryGetValue(key, out var held) ? null
        : held is NameRecord record ? NameOutline.Of(record) : PackedRecord.Outline((byte[])held);

    /// <summary>The record of a key as bytes to be stored.</summary>
    public byte[] Packed(string key)
    {
        var held = records[key];
        return held is NameRecord record ? PackedRecord.Pack(key, record) : (byte[])held;
    }

    /// <summary>Packs what few papers name, where there is much of it. Not to be called while somebody edits a record.</summary>
    /// <param name="isEnd">Whether no record will be edited any more, so that all is packed that was not.</param>
    public void Pack(bool isEnd)
    {
        if ((isEnd ? records.Count : unpacked.Count) < maxUnpacked) return;
        foreach (var key in unpacked)
            if (records[key] is NameRecord { Papers: < ManyPapers } record && (record.Tally?.Papers ?? 0) < ManyPapers)
                records[key] = PackedRecord.Pack(key, record);
        unpacked.Clear();
    }

    private NameRecord Record(string key, object held)
    {
        if (held is NameRecord record) return record;
        if (!texts.TryTake(out var repeated)) repeated = new RepeatedTexts();
        record = PackedRecord.Unpack(key, (byte[])held, repeated);
        texts.Add(repeated);
        return record;
    }
}
