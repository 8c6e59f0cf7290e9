using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Additions;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Citations;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Fetching;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Links;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Results;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;

namespace PaperGraph.GeneratedGraph;

/// <summary>The tables of the EF Core model, each to be filled or known to stay empty.</summary>
internal sealed class GraphTables
{
    /// <summary>What the graph does not serve, or serves only after merges, which generated papers have none of.</summary>
    private static readonly IReadOnlySet<Type> Empty = new HashSet<Type>
    {
        typeof(FormerPaper), typeof(FormerConcept), typeof(FormerOrganization), typeof(Abbreviation), typeof(Resolution),
        typeof(StoredNames), typeof(ChangedNames), typeof(NameRecordRow),
        typeof(StageState), typeof(ImportProblem), typeof(Sighting),
        // Made of the others' names when all are written.
        typeof(SearchName),
        // Written when all others are there, by GeneratedRanks.
        typeof(AnalysisRun), typeof(Community), typeof(CommunityConcept), typeof(CommunityTie),
        typeof(PaperRank), typeof(ConceptRank), typeof(TopicRank), typeof(OrganizationRank), typeof(RepositoryRank), typeof(AuthorRank),
        // Counted when all are written.
        typeof(GroupCount), typeof(GroupTotal), typeof(GroupMembership), typeof(GroupHub), typeof(HubCount), typeof(CoverageCount),
        typeof(UncountedChange),
        // Kept by linking, which the generated links do not come from.
        typeof(LinkPostings), typeof(LinkCount), typeof(UnlinkedPaper),
        // Kept by walks of interfaces, and made of details that generated listings do not state.
        typeof(FetchedAddress), typeof(FetchWalk), typeof(FollowState),
        typeof(CitationEnd), typeof(PaperVersion), typeof(Institution), typeof(Result), typeof(Leaderboard), typeof(ConceptStatement),
        typeof(ConceptStatementTopic), typeof(RepositoryAddress), typeof(RepositoryRename), typeof(FormerAuthor), typeof(PaperCatalogueId),
        typeof(AddedAbstract), typeof(AddedReference),
    };

    private readonly Dictionary<Type, TableCopy> tables;

    private readonly HashSet<Type> filled = [];

    public GraphTables(NpgsqlDataSource database)
    {
        using var context = database.CreateContext();
        // The model that the context itself runs with no longer knows which columns are computed.
        var entities = context.GetService<IDesignTimeModel>().Model.GetEntityTypes();
        tables = entities.ToDictionary(entity => entity.ClrType, entity => new TableCopy(database, entity));
    }

    public TableCopy Of<TEntity>()
    {
        filled.Add(typeof(TEntity));
        return tables[typeof(TEntity)];
    }

    /// <exception cref="InvalidOperationException">The model has a table that the generator knows nothing of.</exception>
    public void ThrowIfAnyIsForgotten()
    {
        var forgotten = tables.Keys.Except(filled).Except(Empty).Select(type => type.Name).ToList();
        if (forgotten.Count == 0) return;
        throw new InvalidOperationException(
            $"Nothing generates rows for {string.Join(", ", forgotten)}: do so in {nameof(PaperTableCopies)} or {nameof(SharedRows)}, "
            + $"or name them among those that {nameof(GraphTables)} leaves empty.");
    }
}
