using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.GraphQL.Building;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>Searching for words among all that has a name or a text.</summary>
internal static class SearchFields
{
    public static FieldBindings BindSearch(this FieldBindings bindings) => bindings
        .Enum<NodeKind>("NodeKind")
        .Enum<MatchedField>("SearchField")
        .Type<SearchConnection>("SearchConnection")
        .Value<SearchConnection, IReadOnlyList<Node>>("SearchConnection.nodes", connection => connection.Nodes)
        .Value<SearchConnection, IReadOnlyList<Edge>>("SearchConnection.edges", connection => connection.Edges)
        .Type<SearchEdge>("SearchEdge")
        .Value<SearchEdge, Node>("SearchEdge.node", edge => edge.Node)
        .Type<SearchMatch>("SearchMatch")
        .Type<Highlight>("Highlight")
        .Type<TextRange>("TextRange")
        .Type<Suggestion>("Suggestion")
        .Value<Suggestion, Node>("Suggestion.node", suggestion => suggestion.Node)
        .Data("Query.search", field =>
        {
            var request = SearchRequest.From(field);
            return new SearchQuery(request) { Guard = request.Where?.Guard };
        })
        .Data("Query.suggest", SuggestQuery.From);
}
