using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>
/// Definitions to types: first every named type without its parts, so that types can refer to each other, then the parts.
/// </summary>
internal sealed class TypeAssembly
{
    private readonly DocumentNode document;
    private readonly List<(MergedDefinition Definition, NamedType Type)> declared = [];
    private readonly Members<NamedType> types;
    private readonly HashSet<NamedType> referred = [];
    private readonly List<string> problems = [];

    private TypeAssembly(DocumentNode document)
    {
        this.document = document;
        var scalars = BuiltInScalars.All
            .Select(scalar => new ScalarType(scalar.Name, scalar.Format, scalar.Description) { IsBuiltIn = true })
            .ToList();
        var builtIn = MergedDefinition.In(BuiltIns.Document).ToList();
        var reserved = scalars.Select(scalar => scalar.Name).Concat(builtIn.Select(definition => definition.Name)).ToHashSet();

        foreach (var definition in MergedDefinition.In(document).Where(definition => !reserved.Contains(definition.Name)))
            declared.Add((definition, Declare(definition, isBuiltIn: false)));
        var own = declared.Count;
        foreach (var definition in builtIn) declared.Add((definition, Declare(definition, isBuiltIn: true)));
        types = new Members<NamedType>(
            [.. declared.Take(own).Select(pair => pair.Type), .. scalars, .. declared.Skip(own).Select(pair => pair.Type)]);
    }

    /// <exception cref="SchemaException">A type is referred to that is not defined.</exception>
    public static Schema Assemble(DocumentNode document)
    {
        var assembly = new TypeAssembly(document);
        foreach (var (definition, type) in assembly.declared) assembly.Complete(definition, type);
        var schema = assembly.MakeSchema();
        return assembly.problems.Count == 0 ? schema : throw new SchemaException(assembly.problems);
    }

    private static NamedType Declare(MergedDefinition merged, bool isBuiltIn)
    {
        var (name, description) = (merged.Name, merged.Description);
        var (definition, extensions) = (merged.Definition, merged.Extensions);
        return definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, UnboundScalar.Format, description)
            {
                Definition = definition,
                Extensions = extensions,
                SpecifiedByUrl = DirectiveArguments.SpecifiedByUrl(merged.Directives),
            },
            ObjectTypeDefinitionNode => new ObjectType(name, description)
            {
                Definition = definition,
                Extensions = extensions,
                IsBuiltIn = isBuiltIn,
            },
            InterfaceTypeDefinitionNode => new InterfaceType(name, description) { Definition = definition, Extensions = extensions },
            UnionTypeDefinitionNode => new UnionType(name, description) { Definition = definition, Extensions = extensions },
            EnumTypeDefinitionNode => new EnumType(name, description)
            {
                Definition = definition,
                Extensions = extensions,
                IsBuiltIn = isBuiltIn,
            },
            InputObjectTypeDefinitionNode => new InputObjectType(name, description)
            {
                Definition = definition,
                Extensions = extensions,
                IsOneOf = DirectiveArguments.IsOneOf(merged.Directives),
            },
            _ => throw new InvalidOperationException($"{definition.Kind} defines no type."),
        };
    }

    private void Complete(MergedDefinition definition, NamedType type)
    {
        switch (type)
        {
            case ObjectOrInterfaceType composite:
                composite.Fields = new Members<Field>(definition.Fields.Select(node => MakeField(node, type)).OfType<Field>());
                composite.Interfaces = new Members<InterfaceType>(Referred<InterfaceType>(definition.Interfaces, type));
                break;
            case UnionType union:
                union.Types = new Members<ObjectType>(Referred<ObjectType>(definition.UnionMembers, type));
                break;
            case EnumType enumType:
                enumType.Define(typeof(string), new Members<EnumValue>(definition.EnumValues.Select(MakeEnumValue)));
                break;
            case InputObjectType inputObject:
                inputObject.Fields = new Members<InputField>(
                    definition.InputFields.Select(node => MakeInputField(node, type)).OfType<InputField>());
                break;
        }
    }

    private Field? MakeField(FieldDefinitionNode node, NamedType owner)
    {
        var arguments = MakeArguments(node.Arguments, $"{owner}.{node.Name}");
        if (ResolveType(node.Type, $"{owner}.{node.Name}") is not { } type) return null;
        return new Field(node.Name, type)
        {
            Arguments = arguments,
            Description = node.Description?.Value,
            DeprecationReason = DirectiveArguments.DeprecationReason(node.Directives),
            Definition = node,
        };
    }

    private Members<Argument> MakeArguments(ImmutableArray<InputValueDefinitionNode> nodes, string owner) =>
        new(nodes.Select(node => MakeArgument(node, owner)).OfType<Argument>());

    private Argument? MakeArgument(InputValueDefinitionNode node, string owner) =>
        ResolveType(node.Type, $"{owner}({node.Name}:)") is not { } type ? null : new Argument(node.Name, type)
        {
            Description = node.Description?.Value,
            DeprecationReason = DirectiveArguments.DeprecationReason(node.Directives),
            DefaultLiteral = node.DefaultValue,
            Definition = node,
        };

    private InputField? MakeInputField(InputValueDefinitionNode node, NamedType owner) =>
        ResolveType(node.Type, $"{owner}.{node.Name}") is not { } type ? null : new InputField(node.Name, type)
        {
            Description = node.Description?.Value,
            DeprecationReason = DirectiveArguments.DeprecationReason(node.Directives),
            DefaultLiteral = node.DefaultValue,
            Definition = node,
        };

    private static EnumValue MakeEnumValue(EnumValueDefinitionNode node) => new(node.Name, node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = DirectiveArguments.DeprecationReason(node.Directives),
        Definition = node,
    };

    private Directive MakeDirective(DirectiveDefinitionNode node, bool isBuiltIn) => new(node.Name)
    {
        Description = node.Description?.Value,
        Arguments = MakeArguments(node.Arguments, $"@{node.Name}"),
        Locations = [.. node.Locations.Select(location => location.Value)],
        IsRepeatable = node.IsRepeatable,
        IsBuiltIn = isBuiltIn,
        Definition = node,
    };

    /// <summary>A schema holds those of the built-in scalars that it refers to.</summary>
    private Schema MakeSchema()
    {
        var definition = document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault();
        var extensions = document.Definitions.OfType<SchemaExtensionNode>().ToImmutableArray();
        ImmutableArray<OperationTypeDefinitionNode> roots =
            [.. definition?.OperationTypes ?? [], .. extensions.SelectMany(extension => extension.OperationTypes)];
        var own = document.Definitions.OfType<DirectiveDefinitionNode>().Select(node => MakeDirective(node, isBuiltIn: false));
        var builtIn = BuiltIns.Document.Definitions.OfType<DirectiveDefinitionNode>().Select(node => MakeDirective(node, isBuiltIn: true));
        var directives = new Members<Directive>(own.Concat(builtIn).DistinctBy(directive => directive.Name));
        return new Schema(
            new Members<NamedType>(types.Where(type => type is not ScalarType { IsBuiltIn: true } || referred.Contains(type))),
            directives,
            Root(OperationType.Query, "Query"),
            Root(OperationType.Mutation, "Mutation"),
            Root(OperationType.Subscription, "Subscription"))
        {
            Description = definition?.Description?.Value,
            Definition = definition,
            Extensions = extensions,
        };

        ObjectType? Root(OperationType operation, string usualName)
        {
            if (definition is null && roots.All(root => root.Operation != operation)) return types.Find(usualName) as ObjectType;
            var name = roots.FirstOrDefault(root => root.Operation == operation)?.Type.Name.Value;
            if (name is null) return null;
            if (!types.Contains(name)) Unknown(name, "the schema definition");
            return types.Find(name) as ObjectType;
        }
    }

    /// <summary>References to types of one kind; those to types of another kind are left to the checks of a finished schema.</summary>
    private IEnumerable<T> Referred<T>(IEnumerable<NamedTypeNode> references, NamedType owner)
        where T : NamedType
    {
        foreach (var reference in references)
        {
            if (!types.TryFind(reference.Name, out var type)) Unknown(reference.Name, owner.Name);
            else if (type is T found) yield return found;
        }
    }

    private GraphQLType? ResolveType(TypeNode reference, string user)
    {
        var type = TypeReferences.Resolve(types, reference, out var name);
        if (type is null) Unknown(name, user);
        else referred.Add(type.Named);
        return type;
    }

    private void Unknown(string type, string user) => problems.Add($"{user} refers to type \"{type}\", which is not defined.");
}
