namespace PaperGraph.GraphQL.Types;

public sealed class InterfaceType(string name, string? description = null) : ObjectOrInterfaceType(name, description);
