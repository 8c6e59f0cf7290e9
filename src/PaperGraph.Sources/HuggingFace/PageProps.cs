using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>The JSON from which the browser draws the papers of a page.</summary>
/// <param name="Line">The line of the page on which the element stands that holds it.</param>
internal sealed partial record PageProps(string Json, int Line)
{
    private const string List = "dailyPapers";

    /// <summary>Null where the page has none, or none with papers.</summary>
    public static PageProps? Find(IHtmlDocument document) => document
        .QuerySelectorAll("[data-target=DailyPapers][data-props], [data-target=PaperContent][data-props]")
        .Select(element => new PageProps(element.GetAttribute("data-props")!, element.SourceReference?.Position.Line ?? 1))
        .FirstOrDefault(props => props.Json.Contains($"\"{List}\"", StringComparison.Ordinal)
            || props.Json.Contains("\"paper\"", StringComparison.Ordinal));

    /// <summary>The day whose list this is; null where it does not say, or is not whole.</summary>
    public DateOnly? Day(FieldProblemCollector problems)
    {
        try
        {
            using var document = JsonDocument.Parse(Json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(List, out _)
                ? Day(new JsonFields(document.RootElement, problems))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A name with half a character in it is no JSON that can be looked at.
            return null;
        }
    }

    /// <summary>The list of a week or of a month has no day: <c>2025-W23</c>, <c>2025-06</c>.</summary>
    private static DateOnly? Day(JsonFields page) =>
        page.Find("dateString", "date") is (var name, { ValueKind: JsonValueKind.String } value)
            && page.Text(name, value) is { } text && PeriodPattern().IsMatch(text)
                ? null
                : page.Day("dateString", "date");

    [GeneratedRegex("^[0-9]{4}-(?:W?[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodPattern();

    /// <summary>The elements of the list, or the page's one paper, each on the line of the page.</summary>
    /// <param name="isUtf8">Whether replacement characters are the author's own.</param>
    public async Task<IReadOnlyList<RecordSlice>> SliceAsync(int maxBytes, bool isUtf8, CancellationToken cancellationToken)
    {
        var slicer = new JsonSlicer(new MemoryStream(Encoding.UTF8.GetBytes(Json)), maxBytes, List);
        var slices = new List<RecordSlice>();
        await foreach (var slice in slicer.ReadAsync(cancellationToken))
            slices.Add(slice with
            {
                Line = Line,
                Column = 1,
                Problem = slice.Problem ?? (isUtf8 || slice.Bytes.Span.IndexOf("\uFFFD"u8) < 0 ? null : "It is not UTF-8."),
            });
        return slices;
    }
}
