using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Building;

/// <summary>Makes a schema from a document of the type system language.</summary>
public static class SchemaBuilder
{
    /// <summary>A schema to execute: every field has a resolver.</summary>
    /// <exception cref="SchemaException">The schema breaks a rule, or the bindings do not fit it; all problems are listed.</exception>
    public static Schema Build(DocumentNode document, FieldBindings bindings)
    {
        CheckDefinitions(document);
        var schema = TypeAssembly.Assemble(document);
        var problems = new List<string>();
        TypeBinding.Bind(schema, bindings, problems);
        ResolverBinding.Bind(schema, bindings, problems);
        DefaultValues.Coerce(schema, problems);
        schema.Costs = CostDirectives.Read(schema, problems);
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    /// <summary>A schema to validate documents against: fields have no resolvers, custom scalars take anything.</summary>
    /// <exception cref="SchemaException">A type is referred to that is not defined.</exception>
    public static Schema BuildTypes(DocumentNode document) => TypeAssembly.Assemble(document);

    /// <summary>
    /// A schema whose text breaks a rule is not checked as a whole, because further errors would only follow from the first.
    /// </summary>
    private static void CheckDefinitions(DocumentNode document)
    {
        var errors = Validator.ValidateSchema(document);
        if (errors.Count == 0) errors = SchemaChecks.Check(document);
        if (errors.Count > 0) throw new SchemaException([.. errors.Select(Describe)]);
    }

    private static string Describe(GraphQLError error) =>
        error.Locations.IsEmpty ? error.Message : $"{error.Message} ({string.Join(", ", error.Locations)})";
}
