using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Daily Papers pages saved as text. They are read three times: how lines were wrapped, the year of a date, and whether
/// numbers in front of titles are upvotes, depend on the whole page.
/// </summary>
internal sealed class DailyPapersReader : IPaperReader
{
    public SourceFormat Format { get; } = new()
    {
        Name = SourceNames.DailyPapersText,
        Description = "Daily Papers pages of huggingface.co and of its search, saved as text in any layout.",
        ToldBy = "the head of the page, or lines with a number of authors and a date",
        Refuses = "text that has neither, and a page without papers",
        Example = "papergraph import page.txt --as-of 2025-06-20",
    };

    /// <summary>Any text that no other reader took.</summary>
    public bool Accepts(Probe probe) => probe.Json is null && !probe.IsMarkup;

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (UnknownText.DescribeReferences(input.Probe) is { } references)
        {
            yield return new ReadProblem { File = name, Message = references.Message, Advice = references.Advice };
            yield break;
        }

        var layout = await PageLayout.ReadAsync(LineReader.Open(input, options), cancellationToken);
        if (layout.IsHtml)
        {
            yield return new ReadProblem
            {
                File = name,
                Message = "This is the source of an HTML page, and not its text.",
                Advice = "Open the page in a browser and save it as text, or copy all of it into a text file; or give JSON.",
            };
            yield break;
        }

        var pages = await PageSurvey.ReadAsync(LineReader.Open(input, options), layout, cancellationToken);
        if (PageSurvey.IsUnknown(pages, options.IsFound))
        {
            var unknown = UnknownText.Describe(input.Probe);
            yield return new ReadProblem { File = name, Message = unknown.Message, Advice = unknown.Advice };
            yield break;
        }

        var events = PaperAssembler.ReadAsync(LineReader.Open(input, options).ReadAsync(cancellationToken), layout);
        var items = new SourceItemWriter(pages, name, options).WriteAsync(events, cancellationToken);
        await foreach (var item in items) yield return item;
    }
}
