using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>
/// References as BibTeX or biblatex. The text is cut where a line begins with an entry, so that one that is not closed does not take
/// the others along; what stands between entries is a comment.
/// </summary>
internal sealed partial class BibTexReader : RecordReader
{
    /// <summary>The most lines that a comment may go on over what looks like entries.</summary>
    private const int MaxCommentLines = 1_000;

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.BibTex,
        Description = "References as BibTeX or biblatex.",
        ToldBy = "a line that begins with an entry, such as “@article{”",
        Refuses = "entries without a title, and those that are not closed",
        Example = "papergraph import library.bib",
    };

    public override bool Accepts(Probe probe) =>
        probe.Json is null && !probe.IsMarkup && ProbePattern().IsMatch(Encoding.UTF8.GetString(probe.Bytes));

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parser = new BibTexParser();
        var (block, first, lines, isDamaged, isEmpty) = (new StringBuilder(), 1, 0, (TextLine?)null, true);

        IEnumerable<SourceRecord> Take()
        {
            var records = isDamaged is { Damage: { } damage } line
                ? [SourceRecord.Unreadable(line.Number, damage.Column, block.ToString(), damage.Message, damage.Advice)]
                : block.Length > options.MaxUnitBytes
                    ? [SourceRecord.Unreadable(
                        first, 1, block.ToString(0, 300), $"This entry is longer than {options.MaxUnitBytes} characters.", "Close it.")]
                    : parser.Read(block.ToString(), first);
            block.Clear();
            (isDamaged, lines) = (null, 0);
            return records;
        }

        await foreach (var line in LineReader.Open(input, options).ReadAsync(cancellationToken))
        {
            if (EntryPattern().IsMatch(line.Text) && !(lines < MaxCommentLines && IsOpenComment(block)))
            {
                isEmpty = false;
                foreach (var record in Take()) yield return record;
                first = line.Number;
            }
            lines++;
            if (line.Damage is not null && isDamaged is null) isDamaged = line;
            if (block.Length <= options.MaxUnitBytes) block.Append(line.Text).Append('\n');
        }
        foreach (var record in Take()) yield return record;
        if (isEmpty)
            yield return SourceRecord.OfInput("No line of this input begins with an entry.", "`papergraph formats` lists what is read.");
    }

    private static bool IsOpenComment(StringBuilder block)
    {
        if (block.Length is 0 or > 200_000 || block[0] != '@') return false;
        var text = block.ToString();
        return text.StartsWith("@comment{", StringComparison.OrdinalIgnoreCase) && text.Count(c => c == '{') > text.Count(c => c == '}');
    }

    [GeneratedRegex(@"^\s*@[A-Za-z_]+\s*[{(]", RegexOptions.CultureInvariant)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(
        @"^[ \t]*@(?!comment|preamble)[A-Za-z_]{3,30}\s*[{(]",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ProbePattern();
}
