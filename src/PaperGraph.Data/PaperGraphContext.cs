using Microsoft.EntityFrameworkCore;
using PaperGraph.Data.Additions;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Citations;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Fetching;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Links;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Data.Results;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Topics;

namespace PaperGraph.Data;

/// <summary>The model of the database: every table, constraint and index is stated here, in the mappings beside the entities.</summary>
public sealed class PaperGraphContext(DbContextOptions<PaperGraphContext> options) : DbContext(options)
{
    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<PaperCatalogueId> PaperCatalogueIds => Set<PaperCatalogueId>();

    public DbSet<PaperKey> PaperKeys => Set<PaperKey>();

    public DbSet<FormerPaper> FormerPapers => Set<FormerPaper>();

    public DbSet<PaperCategory> PaperCategories => Set<PaperCategory>();

    public DbSet<PaperVersion> PaperVersions => Set<PaperVersion>();

    public DbSet<AddedAbstract> AddedAbstracts => Set<AddedAbstract>();

    public DbSet<AddedReference> AddedReferences => Set<AddedReference>();

    public DbSet<CitationEnd> CitationEnds => Set<CitationEnd>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<Result> Results => Set<Result>();

    public DbSet<Leaderboard> Leaderboards => Set<Leaderboard>();

    public DbSet<PaperDisagreement> PaperDisagreements => Set<PaperDisagreement>();

    public DbSet<Extraction> Extractions => Set<Extraction>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Sighting> Sightings => Set<Sighting>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<FormerAuthor> FormerAuthors => Set<FormerAuthor>();

    public DbSet<Authorship> Authorships => Set<Authorship>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationSlug> OrganizationSlugs => Set<OrganizationSlug>();

    public DbSet<FormerOrganization> FormerOrganizations => Set<FormerOrganization>();

    public DbSet<OrganizationName> OrganizationNames => Set<OrganizationName>();

    public DbSet<PaperOrganization> PaperOrganizations => Set<PaperOrganization>();

    public DbSet<Repository> Repositories => Set<Repository>();

    public DbSet<RepositoryAddress> RepositoryAddresses => Set<RepositoryAddress>();

    public DbSet<RepositoryRename> RepositoryRenames => Set<RepositoryRename>();

    public DbSet<PaperRepository> PaperRepositories => Set<PaperRepository>();

    public DbSet<CodePromise> CodePromises => Set<CodePromise>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<PaperResource> PaperResources => Set<PaperResource>();

    public DbSet<PaperEvidence> Evidence => Set<PaperEvidence>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<PaperTopic> PaperTopics => Set<PaperTopic>();

    public DbSet<ConceptTopic> ConceptTopics => Set<ConceptTopic>();

    public DbSet<Concept> Concepts => Set<Concept>();

    public DbSet<ConceptStatement> ConceptStatements => Set<ConceptStatement>();

    public DbSet<ConceptStatementTopic> ConceptStatementTopics => Set<ConceptStatementTopic>();

    public DbSet<ConceptSlug> ConceptSlugs => Set<ConceptSlug>();

    public DbSet<FormerConcept> FormerConcepts => Set<FormerConcept>();

    public DbSet<ConceptName> ConceptNames => Set<ConceptName>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<StoredNames> PaperNames => Set<StoredNames>();

    public DbSet<ChangedNames> ChangedNames => Set<ChangedNames>();

    public DbSet<NameRecordRow> NameRecords => Set<NameRecordRow>();

    public DbSet<Abbreviation> Abbreviations => Set<Abbreviation>();

    public DbSet<Keyphrase> Keyphrases => Set<Keyphrase>();

    public DbSet<PaperConcept> PaperConcepts => Set<PaperConcept>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<StoredFeatures> PaperFeatures => Set<StoredFeatures>();

    public DbSet<RelatedPaperList> RelatedPapers => Set<RelatedPaperList>();

    public DbSet<LinkPostings> LinkPostings => Set<LinkPostings>();

    public DbSet<LinkCount> LinkCounts => Set<LinkCount>();

    public DbSet<UnlinkedPaper> UnlinkedPapers => Set<UnlinkedPaper>();

    public DbSet<AnalysisRun> AnalysisRuns => Set<AnalysisRun>();

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<CommunityConcept> CommunityConcepts => Set<CommunityConcept>();

    public DbSet<CommunityTie> CommunityTies => Set<CommunityTie>();

    public DbSet<PaperRank> PaperRanks => Set<PaperRank>();

    public DbSet<ConceptRank> ConceptRanks => Set<ConceptRank>();

    public DbSet<TopicRank> TopicRanks => Set<TopicRank>();

    public DbSet<OrganizationRank> OrganizationRanks => Set<OrganizationRank>();

    public DbSet<RepositoryRank> RepositoryRanks => Set<RepositoryRank>();

    public DbSet<AuthorRank> AuthorRanks => Set<AuthorRank>();

    public DbSet<SearchName> SearchNames => Set<SearchName>();

    public DbSet<GroupCount> GroupCounts => Set<GroupCount>();

    public DbSet<GroupTotal> GroupTotals => Set<GroupTotal>();

    public DbSet<CoverageCount> CoverageCounts => Set<CoverageCount>();

    public DbSet<GroupHub> GroupHubs => Set<GroupHub>();

    public DbSet<HubCount> HubCounts => Set<HubCount>();

    public DbSet<GroupMembership> GroupMemberships => Set<GroupMembership>();

    public DbSet<UncountedChange> UncountedChanges => Set<UncountedChange>();

    public DbSet<StageState> StageStates => Set<StageState>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    public DbSet<FetchedAddress> FetchedAddresses => Set<FetchedAddress>();

    public DbSet<FetchWalk> FetchWalks => Set<FetchWalk>();

    public DbSet<FollowState> FollowStates => Set<FollowState>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PaperGraphContext).Assembly);
}
