using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using PaperGraph.Data;
using PaperGraph.Data.Papers;

namespace PaperGraph.Benchmarks.Peer;

internal sealed record PeerDateRange(DateOnly? From, DateOnly? To);

internal sealed record PeerSlugFilter(IReadOnlyList<string>? All);

internal sealed record PeerPaperFilter(string? Text, PeerDateRange? PublishedOn, PeerSlugFilter? Concepts, bool? HasCode)
{
    /// <summary>The papers of which all that is stated holds.</summary>
    public IQueryable<Paper> Apply(PaperGraphContext db)
    {
        IQueryable<Paper> papers = db.Papers;
        if (Text is not null) papers = papers.Where(paper => paper.Search.Matches(EF.Functions.WebSearchToTsQuery("papergraph", Text)));
        // The column that has an index; what has no day is in no range.
        if (PublishedOn?.From is { } from) papers = papers.Where(paper => paper.PublishedOrder >= from);
        if (PublishedOn?.To is { } to) papers = papers.Where(paper => paper.PublishedOn != null && paper.PublishedOrder <= to);
        foreach (var slug in Concepts?.All ?? [])
        {
            papers = papers.Where(paper => db.PaperConcepts
                .Any(edge => edge.PaperId == paper.Id && db.ConceptSlugs.Any(c => c.ConceptId == edge.ConceptId && c.Slug == slug)));
        }
        if (HasCode == true) papers = papers.Where(paper => db.PaperRepositories.Any(edge => edge.PaperId == paper.Id));
        if (HasCode == false) papers = papers.Where(paper => !db.PaperRepositories.Any(edge => edge.PaperId == paper.Id));
        return papers;
    }
}

internal sealed class PeerDateRangeInput : InputObjectGraphType<PeerDateRange>
{
    public PeerDateRangeInput()
    {
        Name = "DateRange";
        Field<PeerDateType>("from");
        Field<PeerDateType>("to");
    }
}

internal sealed class PeerSlugFilterInput : InputObjectGraphType<PeerSlugFilter>
{
    public PeerSlugFilterInput()
    {
        Name = "SlugFilter";
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("all");
    }
}

internal sealed class PeerPaperFilterInput : InputObjectGraphType<PeerPaperFilter>
{
    public PeerPaperFilterInput()
    {
        Name = "PaperFilter";
        Field<StringGraphType>("text");
        Field<PeerDateRangeInput>("publishedOn");
        Field<PeerSlugFilterInput>("concepts");
        Field<BooleanGraphType>("hasCode");
    }
}

internal enum PeerPaperOrderField
{
    PublishedOn,
}

internal sealed record PeerPaperOrder(PeerPaperOrderField By);

internal sealed class PeerPaperOrderInput : InputObjectGraphType<PeerPaperOrder>
{
    public PeerPaperOrderInput()
    {
        Name = "PaperOrder";
        Field<NonNullGraphType<EnumerationGraphType<PeerPaperOrderField>>>("by");
    }
}
