using System.Text.Json;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>An author of a work with the ids that are known, and the institutions that the author belonged to.</summary>
internal static class OpenAlexAuthors
{
    /// <summary>Null where the author has no name.</summary>
    public static StatedAuthor? Read(JsonFields authorship, FieldProblemCollector problems)
    {
        var author = authorship.Object("author");
        var printed = authorship.Line("raw_author_name");
        return (author?.Line("display_name") ?? printed) is { } name
            ? new StatedAuthor
            {
                Name = name,
                PrintedName = printed == name ? null : printed,
                OpenAlexId = Id(author, 'A', problems),
                Orcid = author?.Orcid("orcid"),
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
            var id = Id(institution, 'I', problems);
            yield return new StatedInstitution
            {
                Name = name,
                OpenAlexId = id,
                AncestorIds = [.. Ancestors(institution, id, problems)],
                Ror = Ror(institution, problems),
                CountryCode = institution.Text("country_code") is [_, _] code ? code.ToUpperInvariant() : null,
            };
        }
    }

    /// <summary>The lineage of an institution, which has the institution itself and is sorted by id and not by height.</summary>
    private static IEnumerable<string> Ancestors(JsonFields institution, string? itself, FieldProblemCollector problems)
    {
        const string Field = "lineage";
        foreach (var element in institution.List(Field))
        {
            if (institution.Text(Field, element) is not { } address) continue;
            if (OpenAlexIds.Parse(address, 'I') is not { } id) problems.Add(Field, address, "a list in which one is no institution");
            else if (id != itself) yield return id;
        }
    }

    private static string? Ror(JsonFields institution, FieldProblemCollector problems)
    {
        if (institution.Text("ror") is not { } address) return null;
        var id = address[(address.LastIndexOf('/') + 1)..].Trim().ToLowerInvariant();
        if (id.Length is > 0 and <= 20 && id.All(char.IsAsciiLetterOrDigit)) return id;
        problems.Add("ror", address, "no ROR");
        return null;
    }

    private static string? Id(JsonFields? thing, char kind, FieldProblemCollector problems)
    {
        if (thing?.Text("id") is not { } id) return null;
        if (OpenAlexIds.Parse(id, kind) is { } known) return known;
        problems.Add("id", id, "no id of OpenAlex");
        return null;
    }
}
