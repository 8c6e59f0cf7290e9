using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>Whether a document can be executed against a schema: the specification's chapter on validation.</summary>
public static class Validator
{
    /// <summary>All rules, in one walk over the document.</summary>
    /// <param name="maxErrors">After so many errors, one more says that there were too many, and validation ends.</param>
    /// <returns>What is wrong, in the order of the walk; empty for a valid document.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, int maxErrors = 100) =>
        Validate(schema, document, maxErrors, WorkCounter.Endless);

    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    internal static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, int maxErrors, WorkCounter work) =>
        Errors(new DocumentContext(schema, document, maxErrors, work), SpecifiedRules.All);

    /// <summary>The rules for documents of the type system language.</summary>
    /// <param name="existing">The document that this one extends, if any.</param>
    /// <param name="maxErrors">After so many errors, one more says that there were too many, and validation ends.</param>
    public static IReadOnlyList<GraphQLError> ValidateSchema(DocumentNode document, DocumentNode? existing = null, int maxErrors = 100) =>
        Errors(new SdlContext(document, existing, maxErrors), SpecifiedSdlRules.All);

    internal static IReadOnlyList<Violation> Violations<TContext>(TContext context, RuleSet<TContext> rules)
        where TContext : ValidationContext
    {
        try
        {
            rules.Check(context);
        }
        catch (ErrorLimitException)
        {
            // The last violation says so.
        }
        return context.Violations;
    }

    private static IReadOnlyList<GraphQLError> Errors<TContext>(TContext context, RuleSet<TContext> rules)
        where TContext : ValidationContext => [.. Violations(context, rules).Select(violation => violation.Error)];
}
