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
                OpenAlexId = OpenAlexIds.Read(author, 'A', problems),
                Orcid = author?.Orcid("orcid"),
                Institutions = [.. Institutions(authorship, problems)],
            }
            : null;
    }

    private static IEnumerable<StatedInstitution> Institutions(JsonFields authorship, FieldProblemCollector problems)
    {
        foreach (var stated in authorship.Objects("institutions"))
            if (OpenAlexInstitutions.Read(stated, problems) is { } institution) yield return institution;
    }
}
