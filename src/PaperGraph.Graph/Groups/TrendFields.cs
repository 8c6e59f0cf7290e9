using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>What rises, and what of all there is to know is known.</summary>
internal static class TrendFields
{
    private const int MaxDays = 36_500;

    private const int MaxTrends = 100;

    public static FieldBindings BindTrends(this FieldBindings bindings) => bindings
        .Type<Trend>("Trend")
        .Type<FieldCoverage>("FieldCoverage")
        .Enum<TrendKind>("TrendKind")
        .Value<Trend, Concept?>("Trend.concept", trend => trend.Concept, "concept")
        .Value<Trend, Topic?>("Trend.topic", trend => trend.Topic, "topic")
        .Value<Trend, Organization?>("Trend.organization", trend => trend.Organization, "organization")
        .Value<Trend, Repository?>("Trend.repository", trend => trend.Repository, "repository")
        .Value<Trend, Paper?>("Trend.paper", trend => trend.Paper, "paper")
        .Data("Query.trending", Trending)
        .Data("Query.coverage", _ => new CoverageQuery());

    private static TrendsQuery Trending(FieldContext field)
    {
        var kind = field.Argument<TrendKind>("kind");
        var node = kind == TrendKind.Paper
            ? new GroupNode<Paper>("paper", "p.slug", "p.title", Paper.Entity.Select(field.Selection.Select("paper").Names))
            : DimensionCatalog.Find(TrendsQuery.DimensionOf(kind)).Node(field.Selection)!;
        var filter = PaperLists.Where(field);
        var asOf = field.Argument<DateOnly?>("asOf");
        var days = NumberArgument.Checked(field, "days", MaxDays);
        var first = NumberArgument.Checked(field, "first", MaxTrends);
        return new TrendsQuery(kind, node, days, asOf, filter is null ? null : (field.Argument<PaperFilter>("where"), filter), first)
        {
            Guard = filter?.Guard,
        };
    }
}
