using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>
/// References as PubMed writes them (https://www.nlm.nih.gov/bsd/mms/medlineelements.html): lines of a tag and a value, each reference from
/// its PMID on.
/// </summary>
internal sealed partial class MedlineReader : RecordReader
{
    private const string Id = "PMID";

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.Medline,
        Description = "References in PubMed's own format (.nbib).",
        ToldBy = "a first line that begins with “PMID- ”",
        Refuses = "references without a title",
        Example = "papergraph import pubmed.nbib",
    };

    public override bool Accepts(Probe probe) => probe.Text.StartsWith("PMID-"u8);

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new List<(string? Tag, string Value, TextLine Line)>();
        var (isEmpty, length) = (true, 0L);
        await foreach (var line in LineReader.Open(input, options).ReadAsync(cancellationToken))
        {
            var match = TagPattern().Match(line.Text);
            var tag = match.Success ? match.Groups["tag"].Value.TrimEnd() : null;
            if (tag == Id)
            {
                if (lines.Count > 0) yield return Read(lines, options);
                lines.Clear();
                (isEmpty, length) = (false, 0);
            }
            if (isEmpty || (length += line.Text.Length) > 2L * options.MaxUnitBytes) continue;
            lines.Add((tag, match.Success ? match.Groups["value"].Value : line.Text, line));
        }
        if (lines.Count > 0) yield return Read(lines, options);
        if (isEmpty)
            yield return SourceRecord.OfInput(
                "There is no line with the tag PMID in this input.", "`papergraph formats` lists what is read.");
    }

    private static SourceRecord Read(List<(string? Tag, string Value, TextLine Line)> lines, ReadOptions options)
    {
        var reference = new RisReference(lines[0].Line.Number, options.MaxUnitBytes, Name);
        reference.Add("DB", "PubMed", lines[0].Line);
        var hasFullNames = lines.Exists(line => line.Tag == "FAU");
        for (var i = 0; i < lines.Count; i++)
        {
            var (tag, value, line) = lines[i];
            for (; i + 1 < lines.Count && lines[i + 1] is { Tag: null } next; i++)
            {
                value = $"{value} {next.Value.Trim()}";
                if (line.Damage is null) line = next.Line;
            }
            if (tag is not null && Translated(tag, value.Trim(), hasFullNames) is var (ris, text)) reference.Add(ris, text, line);
        }
        return reference.Read();
    }

    /// <summary>The tag of RIS that means the same, and the value as it is written there; null for what is passed over.</summary>
    private static (string Tag, string Value)? Translated(string tag, string value, bool hasFullNames) => tag switch
    {
        Id => ("AN", value),
        "TI" or "BTI" => ("TI", Title(value)),
        "AB" => ("AB", value),
        "FAU" or "CN" => ("AU", value),
        "AU" when !hasFullNames => ("AU", value),
        "DP" => ("DA", value),
        "DEP" when DayPattern().Match(value) is { Success: true } day => ("Y1", day.Result("$1-$2-$3")),
        "LID" or "AID" when value.EndsWith(" [doi]", StringComparison.Ordinal) => ("DO", value[..^" [doi]".Length]),
        "LID" or "AID" when LibraryIds.Named(value) is { } arxiv => ("M1", arxiv),
        "PMC" => ("C2", value),
        "JT" => ("JO", value),
        _ => null,
    };

    /// <summary>PubMed ends a title with a full stop, and puts one that it has translated into brackets.</summary>
    private static string Title(string value)
    {
        if (value.EndsWith('.') && !value.EndsWith("..", StringComparison.Ordinal)) value = value[..^1];
        return value is ['[', .. var translated, ']'] ? translated : value;
    }

    private static string Name(string tag) => tag switch
    {
        "AU" => "FAU",
        "DA" => "DP",
        "Y1" => "DEP",
        "DO" => "LID",
        _ => tag,
    };

    [GeneratedRegex("^(?<tag>[A-Z][A-Z0-9 ]{3})- ?(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    [GeneratedRegex("^([0-9]{4})([0-9]{2})([0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
