using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using PaperGraph.Data;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Model;
using static PaperGraph.Benchmarks.Peer.PeerRequest;

namespace PaperGraph.Benchmarks.Peer;

/// <summary>The part of schema.graphql that is compared.</summary>
internal sealed class PeerSchema : Schema
{
    public PeerSchema(IServiceProvider services, PeerQuery query)
        : base(services) => Query = query;
}

internal sealed class PeerQuery : ObjectGraphType
{
    public PeerQuery(IDbContextFactory<PaperGraphContext> contexts)
    {
        Name = "Query";
        Field<PeerPaperType>("paper").Argument<NonNullGraphType<PeerKeyInput>>("by").ResolveAsync(async context =>
        {
            var slug = context.GetArgument<PeerKey>("by").Slug;
            await using var db = await contexts.CreateDbContextAsync(context.CancellationToken);
            return await db.PaperKeys.Where(key => key.Kind == PaperKeyKind.Slug && key.Key == slug)
                .Join(db.Papers.SelectPeerPapers(), key => key.PaperId, paper => paper.Id, (key, paper) => paper)
                .FirstOrDefaultAsync(context.CancellationToken);
        });
        Field<PeerConceptType>("concept").Argument<NonNullGraphType<PeerKeyInput>>("by").ResolveAsync(async context =>
        {
            var slug = context.GetArgument<PeerKey>("by").Slug;
            await using var db = await contexts.CreateDbContextAsync(context.CancellationToken);
            return await db.Concepts.FirstOrDefaultAsync(concept => concept.Slug == slug, context.CancellationToken);
        });
        Field<NonNullGraphType<PeerConnectionType<PeerPaper, PeerPaperType>>>("papers")
            .Argument<IntGraphType>("first").Argument<PeerPaperFilterInput>("where").ResolveAsync(async context =>
            {
                await using var db = await contexts.CreateDbContextAsync(context.CancellationToken);
                var papers = context.GetArgument<PeerPaperFilter?>("where") is { } filter ? filter.Apply(db) : db.Papers;
                // Counted only where it is asked for.
                int? count = context.SubFields!.ContainsKey("totalCount") ? await papers.CountAsync(context.CancellationToken) : null;
                var page = await papers.OrderByDescending(paper => paper.PublishedOrder).ThenByDescending(paper => paper.Id)
                    .Take(context.GetArgument("first", 20)).SelectPeerPapers().ToListAsync(context.CancellationToken);
                return new PeerConnection<PeerPaper>(page, count);
            });
    }
}

internal static class PeerRequest
{
    public static PeerLoaders LoadersOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<PeerLoaders>();
}

internal sealed class PeerPaperType : ObjectGraphType<PeerPaper>
{
    public PeerPaperType()
    {
        Name = "Paper";
        Field(paper => paper.Title);
        Field(paper => paper.Slug);
        Field<PeerDateType>("publishedOn").Resolve(context => context.Source.PublishedOn);
        Field<NonNullGraphType<PeerConnectionType<Organization, PeerOrganizationType>>>("organizations")
            .Resolve(context => LoadersOf(context).OrganizationsOf(context.Source.Id));
        Field<NonNullGraphType<PeerConnectionType<Repository, PeerRepositoryType>>>("repositories")
            .Resolve(context => LoadersOf(context).RepositoriesOf(context.Source.Id));
        Field<NonNullGraphType<PeerConnectionType<Concept, PeerConceptType>>>("concepts").Argument<IntGraphType>("first")
            .Resolve(context => LoadersOf(context).ConceptsOf(context.Source.Id, context.GetArgument("first", 20)));
        Field<NonNullGraphType<PeerConnectionType<PeerPaper, PeerPaperType>>>("related").Argument<IntGraphType>("first")
            .Resolve(context => LoadersOf(context).RelatedTo(context.Source.Id, context.GetArgument("first", 20)));
    }
}

internal sealed class PeerConceptType : ObjectGraphType<Concept>
{
    public PeerConceptType()
    {
        Name = "Concept";
        Field(concept => concept.Name);
        Field(concept => concept.Slug);
        Field<NonNullGraphType<EnumerationGraphType<ConceptKind>>>("kind").Resolve(context => context.Source.Kind);
        Field<NonNullGraphType<PeerConnectionType<PeerPaper, PeerPaperType>>>("papers").Argument<IntGraphType>("first")
            .Argument<NonNullGraphType<PeerPaperOrderInput>>("orderBy")
            .Resolve(context => LoadersOf(context).NewestPapersOf(context.Source.Id, context.GetArgument("first", 20)));
    }
}

internal sealed class PeerOrganizationType : ObjectGraphType<Organization>
{
    public PeerOrganizationType()
    {
        Name = "Organization";
        Field(organization => organization.Name);
        Field(organization => organization.Slug);
    }
}

internal sealed class PeerRepositoryType : ObjectGraphType<Repository>
{
    public PeerRepositoryType()
    {
        Name = "Repository";
        Field<NonNullGraphType<StringGraphType>>("url").Resolve(context => context.Source.Url);
    }
}

internal sealed class PeerDateType : DateOnlyGraphType
{
    public PeerDateType() => Name = "Date";
}

internal sealed record PeerKey(string Slug);

internal sealed class PeerKeyInput : InputObjectGraphType<PeerKey>
{
    public PeerKeyInput()
    {
        Name = "Key";
        Field(key => key.Slug);
    }
}
