using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.SemanticScholar;

/// <summary>What a paper of Semantic Scholar cites, or is cited by: papers of which little more is told than an id and a title.</summary>
internal static class SemanticScholarWorks
{
    public static IEnumerable<StatedWork> Read(JsonFields paper, string field)
    {
        foreach (var work in paper.Objects(field))
        {
            var ids = work.Object("externalIds", "externalids");
            var stated = new StatedWork
            {
                ArxivId = ids?.Arxiv("ArXiv"),
                Doi = ids?.Doi("DOI"),
                SemanticScholarId = work.Text("paperId") is { Length: <= TextLimits.ArxivId } id ? id : null,
                Ids = SemanticScholarReader.CatalogueIds(ids),
                Title = work.Line("title"),
                Year = work.Count("year"),
            };

            // One without id and title is what is left of a reference that could not be taken apart.
            if (stated with { Year = null } != new StatedWork()) yield return stated;
        }
    }
}
