using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Nodes;

/// <summary>What is read of nodes of which each may be of another type, beside rows that tell kind and id.</summary>
internal sealed class AnyNode
{
    private readonly Dictionary<string, IOfKind> kinds;

    /// <param name="of">The kinds that there may be.</param>
    /// <param name="selections">What is selected of the nodes.</param>
    public AnyNode(IEnumerable<NodeKind> of, params IReadOnlyList<Selection> selections)
    {
        kinds = of.ToDictionary(EnumName.For, kind => kind switch
        {
            NodeKind.Paper => OfKind(Paper.Entity),
            NodeKind.Concept => OfKind(Concept.Entity),
            NodeKind.Topic => OfKind(Topic.Entity),
            NodeKind.Organization => OfKind(Organization.Entity),
            NodeKind.Repository => OfKind(Repository.Entity),
            NodeKind.Author => OfKind(Author.Entity),
            _ => throw new InvalidOperationException($"No type is a {kind}."),
        });
        Types = [.. kinds.Values.SelectMany(kind => kind.Types)];
        Columns = new(string.Concat(kinds.Values.Select(kind => kind.Columns)));

        IOfKind OfKind<TNode>(Entity<TNode> entity) where TNode : Node, new() =>
            new Typed<TNode>(entity.Select(selections.SelectMany(selection => selection.On(typeof(TNode).Name).Names)));
    }

    public IReadOnlyList<string> Types { get; }

    /// <summary><c>, p.title, c.name</c></summary>
    public RawSql Columns { get; }

    /// <summary>Joins the tables of the nodes.</summary>
    /// <param name="row">The alias of the rows, which have the columns <c>kind</c> and <c>node</c>.</param>
    public RawSql Joins(string row) => new(string.Concat(kinds.Select(kind => kind.Value.Join(row, kind.Key))));

    /// <summary>A condition: that the table of its kind has the node. Goes with <see cref="Joins"/>.</summary>
    /// <param name="row">The alias of the rows, which have the columns <c>kind</c> and <c>node</c>.</param>
    public RawSql Exists(string row) => new(
        $"case {row}.kind{string.Concat(kinds.Select(kind => $" when '{kind.Key}' then {kind.Value.Exists(row)}"))} end");

    /// <param name="first">The ordinal at which <see cref="Columns"/> begin in the row.</param>
    public Node Read(SqlRow row, string kind, long key, int first)
    {
        foreach (var (name, columns) in kinds)
        {
            if (name == kind) return columns.Read(row, key, first);
            first += columns.Types.Count;
        }
        throw new InvalidOperationException($"No {kind} was asked for.");
    }

    private interface IOfKind
    {
        IReadOnlyList<string> Types { get; }

        string Columns { get; }

        string Join(string row, string kind);

        string Exists(string row);

        Node Read(SqlRow row, long key, int first);
    }

    private sealed class Typed<TNode>(SelectedColumns<TNode> columns) : IOfKind where TNode : Node, new()
    {
        public IReadOnlyList<string> Types => columns.Types;

        public string Columns => columns.Words.Text;

        public string Join(string row, string kind) => columns.None
            ? ""
            : $"\nleft join {columns.Entity.Table.Text} on {row}.kind = '{kind}' and {columns.Entity.Key.Text} = {row}.node";

        public string Exists(string row) => columns.None
            ? $"exists (select from {columns.Entity.Table.Text} where {columns.Entity.Key.Text} = {row}.node)"
            : $"{columns.Entity.Key.Text} is not null";

        public Node Read(SqlRow row, long key, int first) => columns.Read(row, key, first);
    }
}
