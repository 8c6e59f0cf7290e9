using System.Collections.Frozen;
using PaperGraph.Data.Groups;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Groups;

/// <summary>All dimensions by their names.</summary>
internal static class DimensionCatalog
{
    private static readonly FrozenDictionary<PaperDimension, GroupDimension> All = Create().ToFrozenDictionary(dimension => dimension.Name);

    public static GroupDimension Find(PaperDimension name) => All[name];

    public static PeriodDimension Published(Interval interval) => (PeriodDimension)All[PaperDimension.PublishedDay + (int)interval];

    private static IEnumerable<GroupDimension> Create()
    {
        foreach (var interval in Enum.GetValues<Interval>())
        {
            yield return PeriodDimension.Published(PaperDimension.PublishedDay + (int)interval, interval);
            yield return PeriodDimension.Listed(PaperDimension.ListedDay + (int)interval, interval);
            yield return PeriodDimension.Imported(PaperDimension.ImportedDay + (int)interval, interval);
        }
        yield return Topics(PaperDimension.Topic, level: null);
        yield return Topics(PaperDimension.TopicFirstLevel, level: 1);
        yield return Topics(PaperDimension.TopicSecondLevel, level: 2);
        yield return Topics(PaperDimension.TopicThirdLevel, level: 3);
        yield return Entity(
            PaperDimension.Concept, Concept.Entity, "paper_concepts", "concept_id", hasRepeats: false,
            "concept", "c.slug", "c.name", "concepts", new(CountedDimension.Concept, "c.target_id"));
        yield return Entity(
            PaperDimension.Organization, Organization.Entity, "paper_organizations", "organization_id", hasRepeats: true,
            "organization", "o.slug", "o.name", "organizations", new(CountedDimension.Organization, "c.target_id"));
        yield return Entity(
            PaperDimension.Author, Author.Entity, "authorships", "author_id", hasRepeats: true, "author", "a.slug", "a.name", "authors",
            new(CountedDimension.Author, "c.target_id"));
        yield return Entity(
            PaperDimension.Repository, Repository.Entity, "paper_repositories", "repository_id", hasRepeats: false,
            "repository", "r.url", "r.owner || '/' || r.name", "repositories", new(CountedDimension.Repository, "c.target_id"));
        var kinds = Text(
            PaperDimension.ConceptKind, "paper_concepts",
            "select x.paper_id, y.kind as value from paper_concepts x join concepts y on y.id = x.concept_id",
            kind => new FilterField("conceptKinds", $"[{kind}]"), CountedDimension.ConceptKind);
        yield return kinds with { Label = kind => $"{kind[0]}{kind[1..].ToLowerInvariant()}" };
        yield return Text(
            PaperDimension.RepositoryHost, "paper_repositories",
            "select x.paper_id, y.host as value from paper_repositories x join repositories y on y.id = x.repository_id",
            host => new FilterField("repositoryHosts", $"[{FilterText.Literal(host)}]"), CountedDimension.RepositoryHost);
        yield return Text(
            PaperDimension.Source, "listings", "select x.paper_id, y.source as value from listings x join pages y on y.id = x.page_id",
            source => new FilterField("sources", $"[{FilterText.Literal(source)}]"), CountedDimension.Source);
        yield return new HasCodeDimension
        {
            Column = PaperColumn.HasCode,
            Counted = new(CountedDimension.HasCode, "(c.value = 'true')"),
            IsUnknown = (sql, _) => sql.Append($"\n    and false"),
        };
        yield return new AuthorCountDimension
        {
            Column = PaperColumn.AuthorCount,
            Counted = new(CountedDimension.AuthorCount, "c.target_id::integer"),
            IsUnknown = (sql, _) => sql.Append($"\n    and p.author_count is null"),
        };
    }

    private static EntityDimension<TNode> Entity<TNode>(
        PaperDimension name, Entity<TNode> entity, string edges, string key, bool hasRepeats,
        string field, string slug, string label, string filter, CountedKeys? counted = null)
        where TNode : Node, new() => new(name, $"coalesce({{0}}.{key}, 0)", entity, field, slug, label, filter)
        {
            Members = edges,
            HasRepeats = hasRepeats,
            Counted = counted,
            IsUnknown = GroupDimension.HasNone(edges),
        };

    /// <param name="level">The level of the topics, from 1 at the top; null for all.</param>
    private static EntityDimension<Topic> Topics(PaperDimension name, int? level)
    {
        var ofLevel = level is null ? "" : $" where y.root in ({EntityTree.Topics.OfLevel(level.Value)})";
        var roots = $"join ({EntityTree.Topics.Roots}) y on y.id = x.topic_id{ofLevel}";
        var members = $"(select x.paper_id, y.root from paper_topics x {roots})";
        // Those that have no topic of a lower level have rows of their own. The value stands before the period in the index: without it
        // the rows of all days would be passed on the way to those of months.
        var counted = level switch
        {
            null => "c.target_id >= 0",
            1 => $"c.value = '' and c.target_id = any (array({EntityTree.Topics.OfLevel(1)} union all select 0))",
            var lower => $"c.value = '' and c.target_id = any (array({EntityTree.Topics.OfLevel(lower.Value)} union all select -{lower}))",
        };
        return Entity(
            name, Topic.Entity, members, "root", hasRepeats: true, "topic", "t.slug", "t.name", "topics",
            new(CountedDimension.Topic, "greatest(c.target_id, 0)") { Condition = $"\n    and {counted}" }) with
        {
            MembersOfChosen = $"(select x.paper_id, y.root from chosen o join paper_topics x on x.paper_id = o.id {roots})",
        };
    }

    private static TextDimension Text(
        PaperDimension name, string edges, string values, Func<string, FilterField> filter, CountedDimension counted) =>
        new(name, "coalesce({0}.value, '')", filter)
        {
            Members = $"({values})",
            HasRepeats = true,
            Counted = new(counted, "c.value"),
            IsUnknown = GroupDimension.HasNone(edges),
        };
}
