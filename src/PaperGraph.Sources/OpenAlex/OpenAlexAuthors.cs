using System.Text.Json;
using System.Text.RegularExpressions;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>An author of a work with the ids that are known, and the institutions that the author belonged to.</summary>
internal static partial class OpenAlexAuthors
{
    /// <summary>Null where the author has no name.</summary>
    public static StatedAuthor? Read(JsonFields authorship, FieldProblemCollector problems)
    {
        var author = authorship.Object("author");
        return (author?.Line("display_name") ?? authorship.Line("raw_author_name")) is { } name
            ? new StatedAuthor
            {
                Name = name,
                OpenAlexId = Id(author, 'A', problems),
                Orcid = Orcid(author, problems),
                Institutions = [.. Institutions(authorship, problems)],
            }
            : null;
    }

    private static IEnumerable<StatedInstitution> Institutions(JsonFields authorship, FieldProblemCollector problems)
    {
        foreach (var element in authorship.List("institutions"))
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                problems.Add("institutions", element, "a list in which one is no object");
                continue;
            }
            var institution = authorship.Of(element);
            if (institution.Line("display_name") is not { } name) continue;
            yield return new StatedInstitution
            {
                Name = name,
                OpenAlexId = Id(institution, 'I', problems),
                Ror = institution.Text("ror") is { } ror ? ror[(ror.LastIndexOf('/') + 1)..].Trim().ToLowerInvariant() : null,
                CountryCode = institution.Text("country_code") is [_, _] code ? code.ToUpperInvariant() : null,
            };
        }
    }

    private static string? Id(JsonFields? thing, char kind, FieldProblemCollector problems)
    {
        if (thing?.Text("id") is not { } id) return null;
        if (OpenAlexIds.Parse(id, kind) is { } known) return known;
        problems.Add("id", id, "no id of OpenAlex");
        return null;
    }

    private static string? Orcid(JsonFields? author, FieldProblemCollector problems)
    {
        if (author?.Text("orcid") is not { } address) return null;
        if (OrcidPattern().Match(address) is { Success: true } match) return match.Value.ToUpperInvariant();
        problems.Add("orcid", address, "no ORCID");
        return null;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx]$", RegexOptions.CultureInvariant)]
    private static partial Regex OrcidPattern();
}
