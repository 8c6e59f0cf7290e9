using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>
/// References as refer, in the dialect of EndNote: lines of a percent sign, a letter and a value. A reference begins with its type (%0), or
/// behind a blank line where it has none.
/// </summary>
internal sealed partial class ReferReader : RecordReader
{
    /// <summary>The tags of RIS by those that mean the same; all others are passed over.</summary>
    private static readonly Dictionary<char, string> RisTags = new()
    {
        ['0'] = "TY",
        ['T'] = "TI",
        ['A'] = "AU",
        ['D'] = "PY",
        ['8'] = "DA",
        ['X'] = "AB",
        ['R'] = "DO",
        ['U'] = "UR",
        ['>'] = "L1",
        ['Z'] = "N1",
        ['J'] = "JO",
        ['B'] = "T2",
        ['I'] = "PB",
        ['V'] = "VL",
        ['P'] = "SP",
        ['M'] = "AN",
        ['~'] = "DB",
        ['W'] = "DP",
    };

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.Refer,
        Description = "References as refer (.enw), which EndNote and sites of publishers export.",
        ToldBy = "a first line that begins with “%0 ”, “%T ” or “%A ”",
        Refuses = "references without a title",
        Example = "papergraph import library.enw",
    };

    public override bool Accepts(Probe probe) => probe.Text is [(byte)'%', (byte)'0' or (byte)'T' or (byte)'A', (byte)' ', ..];

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RisReference? reference = null;
        var (isBehindBlank, hasTitle) = (false, false);
        await foreach (var line in LineReader.Open(input, options).ReadAsync(cancellationToken))
        {
            var match = TagPattern().Match(line.Text);
            var isTitle = match.Success && match.Groups["tag"].Value == "T";
            var isSecond = isTitle && hasTitle && !isBehindBlank;
            if (match.Success && (reference is null || isBehindBlank || isSecond || match.Groups["tag"].Value == "0"))
            {
                if (reference is not null) yield return reference.Read();
                reference = new RisReference(line.Number, options.MaxUnitBytes, Name);
                hasTitle = false;
            }
            if (isSecond)
            {
                yield return SourceRecord.Unreadable(
                    line.Number, 1, line.Text, "This is a second title of one reference, and is taken for another's.",
                    "Begin each reference with a line of the tag %0.");
            }
            hasTitle |= isTitle;
            isBehindBlank = Prose.IsEmpty(line.Text);
            if (!match.Success) reference?.Add(null, line.Text, line);
            else if (RisTag(match.Groups["tag"].Value[0], match.Groups["value"].Value) is { } tag)
                reference!.Add(tag, match.Groups["value"].Value, line);
            else reference!.Add("", "", line);
        }
        if (reference is not null) yield return reference.Read();
        else
            yield return SourceRecord.OfInput(
                "There is no line with a tag of refer in this input.", "`papergraph formats` lists what is read.");
    }

    /// <summary>What is called a resource number need not be a DOI.</summary>
    private static string? RisTag(char tag, string value) =>
        tag == 'R' && Doi.Parse(value) is null ? "AN" : RisTags.GetValueOrDefault(tag);

    private static string Name(string tag) =>
        RisTags.FirstOrDefault(known => known.Value == tag) is { Value: not null } own ? $"%{own.Key}" : tag;

    [GeneratedRegex(@"^%(?<tag>[0-9A-Z@!^~>+(#$*&\[\]<?])(?: (?<value>.*)|\s*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
