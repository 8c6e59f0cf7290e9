using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>References as RIS: lines of a tag and a value from TY to ER. Text between the references is passed over.</summary>
internal sealed partial class RisReader : RecordReader
{
    /// <summary>The most lines of one reference.</summary>
    private const int MaxLines = 20_000;

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.Ris,
        Description = "References as RIS, as reference managers and publishers export them.",
        ToldBy = "a line that begins with “TY  - ”",
        Refuses = "references without a title",
        Example = "papergraph import library.ris",
    };

    public override bool Accepts(Probe probe)
    {
        foreach (var range in probe.Bytes.SplitAny("\r\n"u8))
            if (IsType(probe.Bytes[range])) return true;
        return false;
    }

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RisReference? reference = null;
        var isEmpty = true;
        var indent = "";
        await foreach (var line in LineReader.Open(input, options).ReadAsync(cancellationToken))
        {
            // What was copied out of another text may be indented as a whole; lines that go on with a value are so, too.
            if (TypePattern().Match(line.Text) is { Success: true } type) indent = type.Groups["indent"].Value;
            var text = line.Text.StartsWith(indent, StringComparison.Ordinal) ? line.Text[indent.Length..] : line.Text;
            var match = TagPattern().Match(text);
            var tag = match.Success ? match.Groups["tag"].Value : null;
            if (tag == "TY" || (tag == "ER" && reference is not null) || reference?.Lines > MaxLines)
            {
                if (reference is not null) yield return reference.Read();
                reference = tag == "TY" ? new RisReference(line.Number, options.MaxUnitBytes) : null;
                isEmpty &= reference is null;
            }
            else if (reference is not null)
            {
                reference.Add(tag, match.Success ? match.Groups["value"].Value : text, line);
            }
            else if (tag is "TI" or "T1" && match.Groups["value"].Value.Length > 0)
            {
                yield return SourceRecord.Unreadable(
                    line.Number, 1, line.Text, "This title stands in no reference: no line with the tag TY begins one.", "Give it one.");
            }
        }
        if (reference is not null) yield return reference.Read();
        if (isEmpty)
            yield return SourceRecord.OfInput(
                "There is no line with the tag TY in this input.", "`papergraph formats` lists what is read.");
    }

    private static bool IsType(ReadOnlySpan<byte> line)
    {
        const int MaxType = 60;
        line = line.TrimStart(" \t"u8);
        return line.StartsWith("TY "u8) && line[2..].TrimStart((byte)' ') is [(byte)'-', ..] && line.Length < MaxType;
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)TY(?: {1,2}|\t)-(?:\s|$)|^(?<indent>[ \t]*)TY  -", RegexOptions.CultureInvariant)]
    private static partial Regex TypePattern();

    [GeneratedRegex(
        @"^(?<tag>[A-Z][A-Z0-9])(?:(?: {1,2}|\t)-(?: (?<value>.*)|\s*)|  -(?<value>\S.*))$", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
