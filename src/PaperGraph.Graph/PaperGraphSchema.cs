using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Citations;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Evidence;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.History;
using PaperGraph.Graph.Imports;
using PaperGraph.Graph.Keyphrases;
using PaperGraph.Graph.Links;
using PaperGraph.Graph.Listings;
using PaperGraph.Graph.Network;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Resources;
using PaperGraph.Graph.Results;
using PaperGraph.Graph.Search;
using PaperGraph.Graph.Statements;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph;

/// <summary>The schema of <c>schema.graphql</c>, its fields bound to their queries.</summary>
public static class PaperGraphSchema
{
    private const string Resource = "schema.graphql";

    /// <summary>The text of schema.graphql as it was when the program was built.</summary>
    public static string Text { get; } = ReadText();

    /// <summary>Builds the schema that requests are executed on.</summary>
    /// <exception cref="SchemaException">A field has no resolver, or a resolver no field; all of them are listed.</exception>
    public static Schema Build() => SchemaBuilder.Build(Parser.Parse(Text), Bindings());

    private static FieldBindings Bindings() => new FieldBindings()
        .BindScalars()
        .BindNodes()
        .BindSearch()
        .BindPapers()
        .BindPaperParts()
        .BindCitations()
        .BindResults()
        .BindListings()
        .BindHistory()
        .BindStatements()
        .BindCodeStatus()
        .BindAuthors()
        .BindAffiliations()
        .BindOrganizations()
        .BindRepositories()
        .BindKeyphrases()
        .BindResources()
        .BindConcepts()
        .BindConceptStatements()
        .BindTopics()
        .BindCommunities()
        .BindRelated()
        .BindEvidence()
        .BindGroups()
        .BindTrends()
        .BindTogether()
        .BindImports()
        .BindNetwork()
        .BindRelatedNodes()
        .Type<PageInfo>("PageInfo")
        .Enum<OrderDirection>("OrderDirection")
        .Enum<UnknownNames>("UnknownNames")
        .Input<SlugFilter>("SlugFilter")
        .Input<DateRange>("DateRange")
        .Input<DateTimeRange>("DateTimeRange");

    private static string ReadText()
    {
        using var stream = typeof(PaperGraphSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
