using System.Text.Json;
using PaperGraph.Model.Links;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>What the fields of a paper link to: its repository, its page, and the models, datasets and spaces that name it.</summary>
internal sealed class HuggingFaceLinks(JsonFields paper, FieldProblemCollector problems)
{
    private static readonly (string Field, string SnakeCase, string Folder)[] LinkedFields =
    [
        ("linkedModels", "linked_models", ""), ("linkedDatasets", "linked_datasets", "datasets/"),
        ("linkedSpaces", "linked_spaces", "spaces/"),
    ];

    public IEnumerable<StatedLink> All()
    {
        if (paper.Text("githubRepo", "github_repo") is { } repository
            && Link("githubRepo", repository, LinkTargetParser.Parse(repository)) is { } code) yield return code;
        if (paper.Text("projectPage", "project_page") is { } page
            && Link("projectPage", page, LinkTargetParser.ParseProjectPage(page)) is { } site) yield return site;
        foreach (var (field, snakeCase, folder) in LinkedFields)
        {
            foreach (var linked in paper.List(field, snakeCase))
            {
                var told = problems.All.Count;
                var id = linked.ValueKind == JsonValueKind.Object ? new JsonFields(linked, problems).Text("id") : paper.Text(field, linked);
                if (id is null && problems.All.Count == told) problems.Add(field, linked, "a list in which one has no “id”");
                if (id is null) continue;
                if (Link(field, id, LinkTargetParser.Parse($"https://huggingface.co/{folder}{id}")) is { } link) yield return link;
            }
        }
    }

    private StatedLink? Link(string field, string value, LinkTarget? target)
    {
        if (target is null) problems.Add(field, value, "no address");
        return target is null ? null : new StatedLink(field, Prose.Line(value), target);
    }
}
