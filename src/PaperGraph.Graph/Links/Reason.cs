using PaperGraph.Graph.Nodes;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>A term of the score of a link between two papers.</summary>
internal sealed record Reason(
    long Paper,
    long Related,
    ReasonKind Kind,
    Node? Node,
    IReadOnlyList<string>? Words,
    float Weight);

/// <summary>Words in one of two linked papers that prove a reason.</summary>
internal sealed record ReasonEvidence(bool InRelated, Evidence.Evidence Evidence);
