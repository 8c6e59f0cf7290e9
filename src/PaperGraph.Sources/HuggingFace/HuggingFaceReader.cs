using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>
/// Daily papers as the interface of huggingface.co gives them: an array of a day's list, one paper alone, an array of papers,
/// or one of these to a line, each also as a text in which it was packed, or within an object that somebody put around it. All papers
/// are looked at before the first is given, because the day of a list stands in them; those of a long input are read a second time then.
/// Where none of them states it, it is the day that the file is named by.
/// </summary>
internal sealed class HuggingFaceReader : IPaperReader
{
    /// <summary>Elements that are kept from the first look; the list of a day has some dozens.</summary>
    private const int MaxKept = 500;

    /// <summary>Bytes of these elements at most.</summary>
    private const int MaxKeptBytes = 8 << 20;

    public SourceFormat Format { get; } = new()
    {
        Name = SourceNames.HuggingFaceJson,
        Description = "Answers of huggingface.co/api/daily_papers, /api/papers and /api/papers/{id}, and what its Python client and pandas "
            + "make of them.",
        ToldBy = "objects with “paper”, or with “id” and “summary” or “authors”; JSON whose elements are texts",
        Refuses = "elements that are no paper, one by one",
        Example = "curl -s 'https://huggingface.co/api/daily_papers?date=2025-06-18' | papergraph import -",
    };

    /// <summary>What Semantic Scholar finds by the words of a text has a “paper”, too, beside the “snippet”.</summary>
    public bool Accepts(Probe probe) => probe.Json is { } json
        && (json.IsUnknown || (json.Has("paper") && !json.Has("snippet")) || json.Has("id", "summary") || json.Has("id", "authors"));

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(input, name, options, cancellationToken);
        if (survey is { Papers: 0, First: { } first })
        {
            yield return first;
            if (survey.Rows > 1)
                yield return new ReadProblem
                {
                    Source = SourceNames.HuggingFaceJson,
                    File = name,
                    Message = $"None of the {survey.Rows} elements is a paper of Hugging Face.",
                    Advice = "Give the answer of huggingface.co/api/daily_papers.",
                };
            yield break;
        }

        yield return new PageRecord
        {
            Source = SourceNames.HuggingFaceJson,
            Name = name,
            Hash = await ContentHash.ComputeAsync(input.Open(), cancellationToken),
            ListedOn = survey.Days switch
            {
                [] => ListDay.OfName(name),
                [var day] => day,
                _ => null,
            },
            SavedOn = options.AsOf,
            WrittenAt = options.WrittenAt,
        };
        if (survey.Kept is { } kept)
        {
            foreach (var item in kept) yield return item;
        }
        else
        {
            var rank = 0;
            await foreach (var slice in Slicer(input, options).ReadAsync(cancellationToken))
            {
                foreach (var items in HuggingFaceRow.ReadAll(slice, rank, Format.Name, name))
                {
                    rank++;
                    foreach (var item in items) yield return item;
                }
            }
        }
        if (survey.IsCutOff)
            yield return new ReadProblem
            {
                Source = SourceNames.HuggingFaceJson,
                File = name,
                Message = "The input ends before its outer array does.",
                Advice = "Get the file again; what stands before its end is read.",
            };
    }

    private static JsonSlicer Slicer(Input input, ReadOptions options) => new(input.Open(), options.MaxUnitBytes, JsonShape.Containers);

    /// <param name="Kept">What is found in the elements; null where it was too much to be kept.</param>
    private sealed record Survey(
        int Rows, int Papers, ReadProblem? First, IReadOnlyList<DateOnly> Days, IReadOnlyList<SourceItem>? Kept, bool IsCutOff);

    private static async Task<Survey> SurveyAsync(Input input, string name, ReadOptions options, CancellationToken cancellationToken)
    {
        var days = new HashSet<DateOnly>();
        var (rows, papers, first) = (0, 0, (ReadProblem?)null);
        var (kept, bytes) = (new List<SourceItem>(), 0L);
        var slicer = Slicer(input, options);
        await foreach (var slice in slicer.ReadAsync(cancellationToken))
        {
            bytes += slice.Bytes.Length;
            foreach (var items in HuggingFaceRow.ReadAll(slice, rows, SourceNames.HuggingFaceJson, name))
            {
                rows++;
                if (rows > MaxKept || bytes > MaxKeptBytes) kept = null;
                foreach (var item in items)
                {
                    kept?.Add(item);
                    first ??= item as ReadProblem;
                    if (item is not PaperRecord { Paper: var paper }) continue;
                    papers++;
                    if (paper.ListedOn is { } day) days.Add(day);
                }
            }
        }
        return new Survey(rows, papers, first, [.. days], kept, slicer.IsCutOff);
    }
}
