using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>
/// Daily papers as the interface of huggingface.co gives them: an array of a day's list, one paper alone, an array of papers,
/// or one of these to a line, each also as a text in which it was packed. All papers are looked at before the first is given, because
/// the day of a list stands in them; those of a long input are read a second time then. Where none of them states it, it is the day that
/// the file is named by.
/// </summary>
internal sealed class HuggingFaceReader : IPaperReader
{
    /// <summary>Elements that are kept from the first look; the list of a day has some dozens.</summary>
    private const int MaxKept = 500;

    /// <summary>Bytes of these elements at most.</summary>
    private const int MaxKeptBytes = 8 << 20;

    public bool Accepts(ReadOnlySpan<byte> probe) => JsonContent.Accepts(probe);

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
            Hash = await JsonContent.HashAsync(input.Open(), cancellationToken),
            ListedOn = survey.Days switch
            {
                [] => ListDay.OfName(name),
                [var day] => day,
                _ => null,
            },
            SavedOn = options.AsOf,
        };
        if (survey.Kept is { } kept)
        {
            foreach (var item in kept) yield return item;
        }
        else
        {
            var rank = 0;
            await foreach (var slice in new JsonSlicer(input.Open(), options.MaxUnitBytes).ReadAsync(cancellationToken))
                foreach (var item in Row(slice, ++rank, name)) yield return item;
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

    /// <param name="Kept">What is found in the elements; null where it was too much to be kept.</param>
    private sealed record Survey(
        int Rows, int Papers, ReadProblem? First, IReadOnlyList<DateOnly> Days, IReadOnlyList<SourceItem>? Kept, bool IsCutOff);

    private static async Task<Survey> SurveyAsync(Input input, string name, ReadOptions options, CancellationToken cancellationToken)
    {
        var days = new HashSet<DateOnly>();
        var (rows, papers, first) = (0, 0, (ReadProblem?)null);
        var (kept, bytes) = (new List<SourceItem>(), 0L);
        var slicer = new JsonSlicer(input.Open(), options.MaxUnitBytes);
        await foreach (var slice in slicer.ReadAsync(cancellationToken))
        {
            rows++;
            bytes += slice.Bytes.Length;
            if (rows > MaxKept || bytes > MaxKeptBytes) kept = null;
            foreach (var item in Row(slice, rows, name))
            {
                kept?.Add(item);
                first ??= item as ReadProblem;
                if (item is not PaperRecord { Paper: var paper }) continue;
                papers++;
                if (paper.ListedOn is { } day) days.Add(day);
            }
        }
        return new Survey(rows, papers, first, [.. days], kept, slicer.IsCutOff);
    }

    private static List<SourceItem> Row(JsonSlice slice, int rank, string name)
    {
        var items = new List<SourceItem>();
        var words = Words(slice);
        try
        {
            if (slice.Problem is { } cut)
            {
                items.Add(Problem(slice, name, words, $"This element is broken: {cut}", "Get the file again."));
                return items;
            }
            if (!Utf8.IsValid(slice.Bytes.Span))
            {
                items.Add(Problem(slice, name, words, "This element is not UTF-8.", "Save the file as UTF-8."));
                return items;
            }
            if (EmbeddedJson.Parse(slice.Bytes, () => Encoding.UTF8.GetString(slice.Bytes.Span)) is not { } element)
            {
                items.Add(Broken(slice, name, words));
                return items;
            }
            var value = EmbeddedJson.Unwrap(element);
            if (value.ValueKind == JsonValueKind.String && EmbeddedJson.LooksLikeValue(value.GetString()!))
            {
                items.Add(Problem(slice, name, words, "The text in this element is neither JSON nor a dictionary of Python.",
                    "Write the elements as JSON, each an object."));
                return items;
            }
            if (HuggingFacePaper.From(value) is not { } paper)
            {
                items.Add(Problem(slice, name, words, "This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.",
                    "Give the answer of huggingface.co/api/daily_papers."));
                return items;
            }
            items.Add(new PaperRecord(paper.Read(rank)));
            items.AddRange(paper.Problems.Select(problem => Problem(slice, name, problem.Words, problem.Message, problem.Advice)));
        }
        catch (InvalidOperationException)
        {
            items.Clear();
            items.Add(Problem(slice, name, words, "A text in this element holds half a character.", "Correct it, or get the file again."));
        }
        return items;
    }

    /// <summary>The place at which JSON ends, as far as it goes.</summary>
    private static ReadProblem Broken(JsonSlice slice, string name, string words)
    {
        var at = slice;
        try
        {
            using var _ = JsonDocument.Parse(slice.Bytes);
        }
        catch (JsonException broken)
        {
            at = slice with
            {
                Line = slice.Line + (int)(broken.LineNumber ?? 0),
                Column = (int)(broken.BytePositionInLine ?? 0) + (broken.LineNumber > 0 ? 1 : slice.Column),
            };
        }
        return Problem(at, name, words, "This element is no JSON.", "Correct it, or get the file again.");
    }

    private static string Words(JsonSlice slice) =>
        Prose.Line(Encoding.UTF8.GetString(slice.Bytes.Span[..Math.Min(slice.Bytes.Length, 300)]));

    private static ReadProblem Problem(JsonSlice slice, string name, string words, string message, string advice) => new()
    {
        Source = SourceNames.HuggingFaceJson,
        File = name,
        Line = slice.Line,
        Column = slice.Column,
        Words = words,
        Message = message,
        Advice = advice,
    };
}
