using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The merged selection sets of a field, collected for each object type its value turns out to have.</summary>
internal abstract class SelectionPlan
{
    public abstract IReadOnlyList<ObjectType> PossibleTypes { get; }

    public abstract IReadOnlyList<PlannedField> For(ObjectType type);
}
