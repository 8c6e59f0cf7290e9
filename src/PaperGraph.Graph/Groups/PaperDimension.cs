namespace PaperGraph.Graph.Groups;

/// <summary>What papers are grouped by.</summary>
internal enum PaperDimension
{
    PublishedDay,
    PublishedWeek,
    PublishedMonth,
    PublishedQuarter,
    PublishedYear,
    ListedDay,
    ListedWeek,
    ListedMonth,
    ListedQuarter,
    ListedYear,
    ImportedDay,
    ImportedWeek,
    ImportedMonth,
    ImportedQuarter,
    ImportedYear,
    Topic,
    TopicFirstLevel,
    TopicSecondLevel,
    TopicThirdLevel,
    Concept,
    ConceptKind,
    Organization,
    Author,
    RepositoryHost,
    Repository,
    Source,
    HasCode,
    AuthorCount,
}
