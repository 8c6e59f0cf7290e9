using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>A coerced input object: a value a field in the order of the definition, <see cref="Absent"/> where there is none.</summary>
internal sealed record InputFields(InputObjectType Type, object?[] Values);
