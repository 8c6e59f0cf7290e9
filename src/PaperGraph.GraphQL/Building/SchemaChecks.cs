using System.Collections.Frozen;
using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>
/// What the specification's chapter on the type system asks of a schema as a whole: root types, members, implementations, input
/// objects that do not need themselves. For a document that keeps the rules for its own text, extensions merged.
/// </summary>
internal sealed partial class SchemaChecks
{
    /// <summary>Types that every schema has; definitions of them in a document are ignored.</summary>
    private static readonly FrozenSet<string> BuiltInNames = MergedDefinition.In(BuiltIns.Document).Select(type => type.Name)
        .Concat(BuiltInScalars.All.Select(scalar => scalar.Name))
        .ToFrozenSet();

    private readonly DocumentNode document;
    private readonly Dictionary<string, MergedDefinition> types;
    private readonly List<GraphQLError> errors = [];

    private SchemaChecks(DocumentNode document)
    {
        this.document = document;
        types = MergedDefinition.In(BuiltIns.Document).Concat(MergedDefinition.In(document))
            .DistinctBy(type => type.Name)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>What is wrong, with its places; empty for a schema that keeps the rules.</summary>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document)
    {
        var checks = new SchemaChecks(document);
        checks.CheckRootTypes();
        foreach (var directive in document.Definitions.OfType<DirectiveDefinitionNode>()) checks.CheckDirective(directive);
        foreach (var type in MergedDefinition.In(document).Where(type => !BuiltInNames.Contains(type.Name))) checks.CheckType(type);
        checks.CheckInputObjectCycles();
        checks.CheckDefaultCycles();
        return checks.errors;
    }

    private void CheckRootTypes()
    {
        var schema = document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault();
        var roots = RootTypes(schema);
        if (roots.All(root => root.Operation != OperationType.Query))
            Report("Query root type must be provided.", schema is null ? [] : [schema.Location]);
        foreach (var (operation, type, location) in roots)
        {
            if (FindKind(type) is NodeKind.ObjectTypeDefinition) continue;
            var optional = operation == OperationType.Query ? "" : " if provided";
            Report($"{operation} root type must be Object type{optional}, it cannot be {type}.", location);
        }
        foreach (var same in roots.GroupBy(root => root.Type).Where(same => same.Skip(1).Any()))
        {
            var operations = string.Join(" and ", same.Select(root => root.Operation.ToString().ToLowerInvariant()));
            Report(
                $"All root types must be different, type {same.Key} is used for {operations}.",
                [.. same.Select(root => root.Location)]);
        }
    }

    /// <summary>
    /// The root types that the schema definition and its extensions name; without a definition, the types with the default names.
    /// </summary>
    private List<(OperationType Operation, string Type, Location Location)> RootTypes(SchemaDefinitionNode? schema)
    {
        var extended = document.Definitions.OfType<SchemaExtensionNode>().SelectMany(extension => extension.OperationTypes);
        var roots = (schema?.OperationTypes ?? []).Concat(extended)
            .Select(root => (root.Operation, root.Type.Name.Value, root.Type.Location))
            .ToList();
        if (schema is not null) return roots;
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (types.TryGetValue(operation.ToString(), out var type) && roots.All(root => root.Operation != operation))
                roots.Add((operation, type.Name, type.Definition.Location));
        }
        return roots;
    }

    private void CheckDirective(DirectiveDefinitionNode directive)
    {
        CheckName(directive.Name);
        CheckArguments($"@{directive.Name}", directive.Arguments);
    }

    private void CheckType(MergedDefinition type)
    {
        CheckName(type.Definition.Name);
        switch (type.Definition)
        {
            case ObjectTypeDefinitionNode or InterfaceTypeDefinitionNode:
                CheckFields(type);
                CheckInterfaces(type);
                break;
            case UnionTypeDefinitionNode:
                CheckUnion(type);
                break;
            case EnumTypeDefinitionNode:
                if (!type.EnumValues.Any()) Report($"Enum type {type.Name} must define one or more values.", GetLocations(type));
                foreach (var value in type.EnumValues) CheckName(value.Name);
                break;
            case InputObjectTypeDefinitionNode:
                CheckInputFields(type);
                break;
        }
    }

    private void CheckFields(MergedDefinition type)
    {
        if (!type.Fields.Any()) Report($"Type {type.Name} must define one or more fields.", GetLocations(type));
        foreach (var field in type.Fields)
        {
            CheckName(field.Name);
            if (FindKind(field.Type) is NodeKind.InputObjectTypeDefinition)
                Report($"The type of {type.Name}.{field.Name} must be Output Type but got: {field.Type}.", field.Type.Location);
            CheckArguments($"{type.Name}.{field.Name}", field.Arguments);
        }
    }

    private void CheckArguments(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var argument in arguments)
        {
            CheckName(argument.Name);
            CheckInput($"{owner}({argument.Name}:)", "argument", argument);
        }
    }

    private void CheckUnion(MergedDefinition union)
    {
        if (!union.UnionMembers.Any()) Report($"Union type {union.Name} must define one or more member types.", GetLocations(union));
        foreach (var same in union.UnionMembers.GroupBy(member => member.Name.Value))
        {
            ImmutableArray<Location> places = [.. same.Select(member => member.Location)];
            if (places.Length > 1) Report($"Union type {union.Name} can only include type {same.Key} once.", places);
            if (FindKind(same.Key) is not NodeKind.ObjectTypeDefinition)
                Report($"Union type {union.Name} can only include Object types, it cannot include {same.Key}.", places);
        }
    }

    /// <summary>What holds for arguments and input fields alike.</summary>
    private void CheckInput(string name, string what, InputValueDefinitionNode input)
    {
        if (FindKind(input.Type) is not (null or NodeKind.ScalarTypeDefinition or NodeKind.EnumTypeDefinition
            or NodeKind.InputObjectTypeDefinition))
            Report($"The type of {name} must be Input Type but got: {input.Type}.", input.Type.Location);
        if (IsRequired(input) && Deprecation(input.Directives) is { } deprecated)
            Report($"Required {what} {name} cannot be deprecated.", deprecated.Location, input.Type.Location);
    }

    private void CheckName(Name name)
    {
        if (!name.Value.StartsWith("__", StringComparison.Ordinal)) return;
        Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", name.Location);
    }

    private static bool IsRequired(InputValueDefinitionNode input) => input is { Type: NonNullTypeNode, DefaultValue: null };

    private static DirectiveNode? Deprecation(ImmutableArray<DirectiveNode> directives) =>
        directives.FirstOrDefault(directive => directive.Name == "deprecated");

    private NodeKind? FindKind(TypeNode type) => FindKind(NamedIn(type));

    /// <summary>The kind of the type with this name; null where it is not defined.</summary>
    private NodeKind? FindKind(string type)
    {
        if (types.TryGetValue(type, out var merged)) return merged.Definition.Kind;
        return BuiltInNames.Contains(type) ? NodeKind.ScalarTypeDefinition : null;
    }

    private static string NamedIn(TypeNode type)
    {
        while (type is not NamedTypeNode) type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        return ((NamedTypeNode)type).Name;
    }

    private static ImmutableArray<Location> GetLocations(MergedDefinition type) =>
        [type.Definition.Location, .. type.Extensions.Select(extension => extension.Location)];

    private void Report(string message, params ImmutableArray<Location> locations) =>
        errors.Add(new GraphQLError(message) { Locations = locations });
}
