using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Links;
using PaperGraph.Model.Results;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Arxiv;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>A row of a table of results, as the paper that it names with a result for each value.</summary>
internal sealed class EvaluationRow(string task, string dataset, string? tableUrl)
{
    /// <param name="slice">Where the element stands that the table is in.</param>
    public SourceRecord Read(JsonElement element, RecordSlice slice)
    {
        var problems = new FieldProblemCollector();
        var paper = EmbeddedJson.Unwrap(element) is { ValueKind: JsonValueKind.Object } inner
            ? Read(new JsonFields(inner, problems), problems)
            : null;
        return paper is not null || problems.All.Count > 0
            ? SourceRecord.From(paper, problems, slice.Line, slice.Column)
            : SourceRecord.Unreadable(
                slice.Line, slice.Column, Prose.Line(Prose.Start(element.GetRawText(), 300)),
                $"This row of the table of “{task}” on “{dataset}” names no paper: it has neither a title nor an id of arXiv or a DOI.",
                "Add the title or the address of the paper; until then the row is left out.");
    }

    private ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        var printed = row.Line("paper_title");
        var titleIsAddress = printed is not null && IsAddress(printed);
        var address = row.Line("paper_url") ?? (titleIsAddress ? printed : null);
        var arxivId = address is null ? null : ArxivIds.Parse(address);
        var doi = address is null ? null : Doi.Parse(address);
        if (((titleIsAddress ? null : printed) ?? PlaceholderTitles.ForId(arxivId, doi)) is not { } title) return null;
        if (address is not null && arxivId is null && doi is null && !IsAddress(address))
        {
            problems.Add("paper_url", address, "no address");
            address = null;
        }

        var links = Links(row, problems).ToList();
        return new ListedPaper
        {
            Title = title,
            ArxivId = arxivId,
            Doi = doi,
            Url = ArxivText.Address(arxivId) ?? address,
            PublishedOn = row.Day("paper_date"),
            Links = links,
            Details = new PaperDetails { Results = [.. Results(row, links.FirstOrDefault()?.Target.Url, problems)] },
            Rank = 0,
        };
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private IEnumerable<StatedResult> Results(JsonFields row, string? code, FieldProblemCollector problems)
    {
        if (row.Object("metrics") is not { } metrics) yield break;
        var (model, usesMore) = (row.Line("model_name"), row.Flag("uses_additional_data"));
        foreach (var property in metrics.Element.EnumerateObject())
        {
            if (Value(property, metrics) is not { } value) continue;
            if (Prose.LineOrNull(property.Name) is not { } metric)
            {
                problems.Add("metrics", value, "an object in which a value has no name");
                continue;
            }
            yield return new StatedResult
            {
                Task = task,
                Dataset = dataset,
                Metric = metric,
                Value = value,
                Model = model,
                UsesAdditionalData = usesMore,
                CodeUrl = code,
                TableUrl = tableUrl,
            };
        }
    }

    /// <summary>A value as printed; null where there is none.</summary>
    private static string? Value(JsonProperty property, JsonFields metrics) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => property.Value.GetRawText(),
        _ => Prose.LineOrNull(metrics.Text(property.Name, property.Value)) is { } text && !PrintedNumber.IsMissing(text) ? text : null,
    };

    private static IEnumerable<StatedLink> Links(JsonFields row, FieldProblemCollector problems)
    {
        foreach (var element in row.List("code_links"))
        {
            if (element.ValueKind != JsonValueKind.Object || row.Of(element).Line("url") is not { } address)
            {
                if (element.ValueKind != JsonValueKind.Object) problems.Add("code_links", element, "a list of something else than links");
                continue;
            }
            if (LinkTargetParser.Parse(address) is { } target) yield return new StatedLink("code_links", address, target, IsOfficial: null);
            else problems.Add("code_links", address, "a list in which one is no address");
        }
    }
}
