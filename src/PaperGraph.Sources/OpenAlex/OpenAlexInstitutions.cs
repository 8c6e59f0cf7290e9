using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>Institutions as works name them, and as their own records tell them.</summary>
internal static class OpenAlexInstitutions
{
    /// <summary>What a record of an institution says: its other names, and what it is a part of. Null where it is none.</summary>
    public static StatedInstitution? ReadRecord(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Text("id") is not { } address || OpenAlexIds.Parse(address, 'I') is null) return null;
        if (Read(row, problems) is not { } institution) return null;
        var parents = Parents(row, problems).ToList();
        return institution with
        {
            OtherNames =
            [
                .. Names(row, "display_name_acronyms").Concat(Names(row, "display_name_alternatives"))
                    .Where(name => name != institution.Name).Distinct(StringComparer.Ordinal),
            ],
            AncestorIds = [.. institution.AncestorIds.Union(parents.Select(parent => parent.OpenAlexId).OfType<string>())],
            Parents = parents,
        };
    }

    /// <summary>Null where the institution has no name.</summary>
    public static StatedInstitution? Read(JsonFields institution, FieldProblemCollector problems)
    {
        if (institution.Line("display_name") is not { } name) return null;
        var id = OpenAlexIds.Read(institution, 'I', problems);
        return new StatedInstitution
        {
            Name = name,
            OpenAlexId = id,
            AncestorIds = [.. Ancestors(institution, id, problems)],
            Ror = Ror(institution, problems),
            CountryCode = institution.Text("country_code") is [_, _] code ? code.ToUpperInvariant() : null,
        };
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

    /// <summary>The parents themselves, which a lineage may lack; children and relatives are passed over.</summary>
    private static IEnumerable<StatedInstitution> Parents(JsonFields institution, FieldProblemCollector problems)
    {
        foreach (var associated in institution.Objects("associated_institutions"))
        {
            if (associated.Text("relationship")?.Trim().ToLowerInvariant() == "parent" && Read(associated, problems) is { } parent)
                yield return parent;
        }
    }

    private static IEnumerable<string> Names(JsonFields institution, string field)
    {
        foreach (var element in institution.List(field))
            if (Prose.LineOrNull(institution.Text(field, element)) is { } name) yield return name;
    }

    private static string? Ror(JsonFields institution, FieldProblemCollector problems)
    {
        if (institution.Text("ror") is not { } address) return null;
        var id = address[(address.LastIndexOf('/') + 1)..].Trim().ToLowerInvariant();
        if (id.Length is > 0 and <= 20 && id.All(char.IsAsciiLetterOrDigit)) return id;
        problems.Add("ror", address, "no ROR");
        return null;
    }
}
