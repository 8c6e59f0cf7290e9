using System.Text;

namespace PaperGraph.Concepts.Collection;

/// <summary>The record of a key as bytes to be stored.</summary>
internal static class PackedRecord
{
    private const byte Format = 1;

    [Flags]
    private enum Filled : byte
    {
        None = 0,
        Phrase = 1,
        Spelling = 2,
        Senses = 4,
        Expanded = 8,
        Bare = 16,
        Leaders = 32,
        Tally = 64,
        Slug = 128,
    }

    public static byte[] Pack(string key, NameRecord record)
    {
        var stream = new MemoryStream(64);
        var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write((byte)FilledOf(record));
        writer.Write7BitEncodedInt(record.Papers);
        writer.Write7BitEncodedInt(record.Plurals);
        if (record.Phrase is { } phrase) writer.Write(phrase);
        if (record.Spelling is { } spelling) writer.Write(spelling);
        if (record.Senses.Count > 0) WriteSenses(writer, record);
        if (record.Expanded is { } expanded) writer.Write(expanded);
        if (record.Bare is { } bare) writer.Write(bare);
        if (record.Leader is not null || record.LongFormLeader is not null)
        {
            writer.Write(record.Leader ?? "");
            writer.Write(record.LongFormLeader ?? "");
        }
        if (record.PlainSlug is { } slug)
        {
            writer.Write(slug);
            writer.Write(record.Slug ?? "");
        }
        record.Tally?.Pack(key, writer);
        return stream.ToArray();
    }

    public static NameRecord Unpack(string key, ReadOnlySpan<byte> packed, RepeatedTexts texts)
    {
        var bytes = new ByteReader(packed);
        if (bytes.Byte() != Format) throw new InvalidDataException("The record of the key was stored by another version.");
        var filled = (Filled)bytes.Byte();
        var record = new NameRecord { Papers = bytes.Int32(), Plurals = bytes.Int32() };
        if (filled.HasFlag(Filled.Phrase)) record.Phrase = texts.Read(ref bytes);
        if (filled.HasFlag(Filled.Spelling)) record.Spelling = texts.Read(ref bytes);
        if (filled.HasFlag(Filled.Senses)) ReadSenses(ref bytes, record, texts);
        if (filled.HasFlag(Filled.Expanded)) record.Expanded = texts.Read(ref bytes);
        if (filled.HasFlag(Filled.Bare)) record.Bare = texts.Read(ref bytes);
        if (filled.HasFlag(Filled.Leaders))
        {
            record.Leader = NullIfEmpty(texts.Read(ref bytes));
            record.LongFormLeader = NullIfEmpty(texts.Read(ref bytes));
        }
        if (filled.HasFlag(Filled.Slug)) (record.PlainSlug, record.Slug) = (texts.Read(ref bytes), NullIfEmpty(texts.Read(ref bytes)));
        if (filled.HasFlag(Filled.Tally)) record.Tally = ComponentTally.Unpack(key, ref bytes, texts);
        return record;
    }

    /// <summary>What is asked for most, without the rest.</summary>
    public static NameOutline Outline(ReadOnlySpan<byte> packed)
    {
        var bytes = new ByteReader(packed[1..]);
        var filled = (Filled)bytes.Byte();
        return new NameOutline(
            bytes.Int32(), filled.HasFlag(Filled.Senses), filled.HasFlag(Filled.Leaders), filled.HasFlag(Filled.Tally),
            filled.HasFlag(Filled.Expanded));
    }

    private static Filled FilledOf(NameRecord record) =>
        (record.Phrase is null ? Filled.None : Filled.Phrase)
        | (record.Spelling is null ? Filled.None : Filled.Spelling)
        | (record.Senses.Count == 0 ? Filled.None : Filled.Senses)
        | (record.Expanded is null ? Filled.None : Filled.Expanded)
        | (record.Bare is null ? Filled.None : Filled.Bare)
        | (record.Leader is null && record.LongFormLeader is null ? Filled.None : Filled.Leaders)
        | (record.Tally is null ? Filled.None : Filled.Tally)
        | (record.PlainSlug is null ? Filled.None : Filled.Slug);

    private static void WriteSenses(BinaryWriter writer, NameRecord record)
    {
        writer.Write7BitEncodedInt(record.Senses.Count);
        foreach (var (longKey, sense) in record.Senses)
        {
            writer.Write(longKey);
            writer.Write7BitEncodedInt(sense.Papers);
            writer.Write7BitEncodedInt(sense.SpeltOut);
        }
        writer.Write7BitEncodedInt(record.Variants.Count);
        foreach (var (first, second) in record.Variants)
        {
            writer.Write(first);
            writer.Write(second);
        }
    }

    private static void ReadSenses(ref ByteReader bytes, NameRecord record, RepeatedTexts texts)
    {
        for (var left = bytes.Int32(); left > 0; left--)
            record.SetSense(texts.Read(ref bytes), new SenseCount(bytes.Int32(), bytes.Int32()));
        var variants = new (string, string)[bytes.Int32()];
        for (var i = 0; i < variants.Length; i++) variants[i] = (texts.Read(ref bytes), texts.Read(ref bytes));
        record.Variants = variants;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
