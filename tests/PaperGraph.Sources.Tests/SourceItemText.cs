using System.Globalization;

namespace PaperGraph.Sources;

/// <summary>Items as lines that a person can compare with the page they come from.</summary>
internal static class SourceItemText
{
    public static string Describe(this IEnumerable<SourceItem> items) => string.Join('\n', items.Select(Describe));

    private static string Describe(SourceItem item) => item switch
    {
        PageRecord page => Join("page", Day(page.ListedOn, page.ListedOnInferred)),
        PaperRecord { Paper: var paper } => Join(
            $"{paper.Rank}. {paper.Title}",
            paper.Abstract?.ReplaceLineEndings("\\"),
            paper.AuthorCount is { } authors ? $"{authors} authors" : null,
            paper.Organization is { } organization ? $"{organization.Slug} = {organization.Name}" : null,
            Day(paper.PublishedOn, paper.PublishedOnInferred),
            paper.CommentCount is { } comments ? $"{comments} comments" : null,
            paper.UpvoteCount is { } upvotes ? $"{upvotes} upvotes" : null,
            paper.ArxivId),
        AdditionRecord { Addition: var addition } => Join($"{addition.CorpusId} cites {addition.CitedCorpusId}", addition.Abstract),
        ConceptRecord { Concept: var concept } => Join($"{concept.Rank}. {concept.Kind} {concept.Name}"),
        InstitutionRecord { Institution: var institution } => Join($"{institution.OpenAlexId} {institution.Name}"),
        RenameRecord { Rename: var rename } => Join($"{rename.Former.Key} is {rename.Present.Key}"),
        PaperReference reference => Join($"{reference.Identifier.Kind} {reference.Identifier.Id}", $"line {reference.Line}"),
        ReadProblem problem => Join($"problem in line {problem.Line}", problem.Words, problem.Message),
        _ => throw new ArgumentException(item.ToString()),
    };

    private static string? Day(DateOnly? day, bool inferred) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (inferred ? "?" : "");

    private static string Join(params string?[] parts) => string.Join(" | ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
