using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.Ids;

/// <summary>A list of identifiers of papers, one or a few to a line; what stands behind a <c>#</c> is a comment.</summary>
internal sealed partial class PaperIdsReader : IPaperReader
{
    /// <summary>How many lines are looked at to see whether an input is such a list.</summary>
    private const int MaxProbed = 50;

    /// <summary>Stands in the middle of lists that were made of several.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private static readonly char[] Separators = [',', ';', ' ', '\t'];

    public SourceFormat Format { get; } = new()
    {
        Name = SourceNames.PaperIds,
        Description = "Lists of arXiv ids, DOIs, ids of OpenAlex, Semantic Scholar, PubMed (PMID:) and the ACL Anthology, or addresses of "
            + "papers, one a line: the papers are fetched.",
        ToldBy = "lines most of which are such an id; # begins a comment",
        Refuses = "lines that hold none, one by one; ids that nobody knows; DOIs that are placeholders (10.5555)",
        Example = "papergraph import dois.txt",
    };

    public bool Accepts(Probe probe)
    {
        if (probe.IsMarkup || probe.Json is not null) return false;
        var text = Encoding.UTF8.GetString(probe.Bytes);

        // The last line of the probe may be cut.
        var lines = text.Split('\n', '\r');
        var (ids, others) = (0, 0);
        foreach (var line in lines[..(lines.Length > 1 && probe.Bytes.Length == Probe.MaxBytes ? lines.Length - 1 : lines.Length)])
        {
            var (found, other) = Read(line);
            if (found.Count > 0 && other.Count == 0) ids++;
            else if (other.Count > 0) others++;
            if (ids + others == MaxProbed) break;
        }
        return ids > others;
    }

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isAnything = false;
        await foreach (var line in LineReader.Open(input, options).ReadAsync(cancellationToken))
        {
            if (line.Damage is { } damage)
            {
                isAnything = true;
                yield return Problem(name, line, line.Text, damage.Message, damage.Advice);
                continue;
            }
            var (ids, others) = Read(line.Text);
            isAnything |= ids.Count + others.Count > 0;
            foreach (var (id, words) in ids)
            {
                if (id is { Kind: PaperIdKind.Doi, Id: var doi } && Doi.IsPlaceholder(doi))
                {
                    yield return Problem(
                        name, line, words, "This DOI is a placeholder, which leads to no paper.",
                        "Give the paper's arXiv id or its own DOI.");
                }
                else yield return new PaperReference(id, name, line.Number, words);
            }
            foreach (var other in others)
                yield return Problem(
                    name, line, other, "This is no id of a paper.",
                    "Give an arXiv id (2312.00752), a DOI (10.1145/3442188.3445922), or an id of OpenAlex or Semantic Scholar.");
        }
        if (!isAnything)
            yield return new ReadProblem
            {
                Source = Format.Name,
                File = name,
                Message = "This list names no paper.",
                Advice = "Put an id on each line; what stands behind a # is a comment.",
            };
    }

    /// <summary>
    /// A DOI may hold what else stands between two ids: a line is first taken for one. Bullets and numbers in front of it are of no id, and
    /// of a link in Markdown the address is.
    /// </summary>
    private static (List<(PaperIdentifier Id, string Words)> Ids, List<string> Others) Read(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        if (comment > 0 && !char.IsWhiteSpace(line[comment - 1])) comment = -1;
        var text = (comment < 0 ? line : line[..comment]).Trim().Trim(ByteOrderMark).Trim();
        text = LinkPattern().Replace(ItemPattern().Replace(text, ""), "${address}");
        if (text.Length == 0) return ([], []);
        if (PaperIdentifier.Parse(text) is { } whole) return ([(whole, text)], []);

        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => (Id: PaperIdentifier.Parse(part), Words: part)).ToList();
        if (!parts.Exists(part => part.Id is not null)) return ([], [text]);
        return (
            [.. parts.Where(part => part.Id is not null).Select(part => (part.Id!, part.Words))],
            [.. parts.Where(part => part.Id is null).Select(part => part.Words)]);
    }

    private static ReadProblem Problem(string name, TextLine line, string words, string message, string advice) => new()
    {
        Source = SourceNames.PaperIds,
        File = name,
        Line = line.Number,
        Words = words,
        Message = message,
        Advice = advice,
    };

    [GeneratedRegex(@"^(?:[-*•–+]|\[?[0-9]{1,4}[.)\]])(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ItemPattern();

    [GeneratedRegex(@"^\[[^\]]*\]\((?<address>https?://\S+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();
}
