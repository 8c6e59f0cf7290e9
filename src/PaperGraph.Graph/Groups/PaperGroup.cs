using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Groups;

/// <summary>The groups that a request asks for, and what is told of those that it does not.</summary>
/// <param name="GroupCount">How many groups there are.</param>
/// <param name="OtherCount">How many papers the groups have that are not among the rows.</param>
/// <param name="PaperCount">How many papers were grouped.</param>
internal sealed record PaperGroupTable(IReadOnlyList<PaperGroup> Rows, long GroupCount, long OtherCount, long PaperCount);

/// <summary>Papers that have something in common, and what is counted of them.</summary>
/// <param name="where">The filter of all that were grouped, as fields.</param>
/// <param name="keys">What they have in common, in each dimension.</param>
/// <param name="nodes">The nodes of the dimensions; null where one has none.</param>
internal sealed class PaperGroup(IReadOnlyList<FilterField> where, GroupKey[] keys, Node?[] nodes)
{
    public string Key => keys[0].Key;

    public string Label => keys[0].Label;

    public string? Key2 => keys.Length > 1 ? keys[1].Key : null;

    public string? Label2 => keys.Length > 1 ? keys[1].Label : null;

    public bool IsUnknown => Array.Exists(keys, key => key.IsUnknown);

    public DateOnly? Date => Array.Find(keys, key => key.Date is not null)?.Date;

    public DateTime? Start => Date?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public long? StartMs => Start is { } start ? new DateTimeOffset(start).ToUnixTimeMilliseconds() : null;

    public Concept? Concept => Find<Concept>();

    public Topic? Topic => Find<Topic>();

    public Topic? Topic2 => nodes.OfType<Topic>().Skip(1).FirstOrDefault();

    public Organization? Organization => Find<Organization>();

    public Author? Author => Find<Author>();

    public Repository? Repository => Find<Repository>();

    public long Papers { get; set; }

    public long? Upvotes { get; set; }

    public long? Comments { get; set; }

    public long Organizations { get; set; }

    public long Authors { get; set; }

    public long Repositories { get; set; }

    public long PapersWithCode { get; set; }

    public double? ShareWithCode { get; set; }

    public string Filter => FilterText.All(where, keys.Select(key => key.Filter));

    private TNode? Find<TNode>() where TNode : Node => Array.Find(nodes, node => node is TNode) as TNode;
}
