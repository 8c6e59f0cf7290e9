using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation;

/// <summary>What the rules know of a document, and where they report.</summary>
internal abstract class ValidationContext(DocumentNode document, int maxErrors)
{
    /// <summary>How many locations an error lists; a document may be wrong in the same way at thousands of places.</summary>
    private const int MaxLocations = 20;

    private readonly List<Node> ancestors = [];
    private readonly List<Violation> violations = [];

    public DocumentNode Document { get; } = document;

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>The node that the current one is a part of.</summary>
    public Node Parent => ancestors[^2];

    /// <summary>The node that <see cref="Parent"/> is a part of.</summary>
    public Node Grandparent => ancestors[^3];

    /// <summary>The definition that the current node is in.</summary>
    public Node Definition => ancestors[1];

    /// <summary>The names of types that may be suggested.</summary>
    public abstract IEnumerable<string> TypeNames { get; }

    public abstract bool KnowsType(string name);

    /// <summary>What is known of a directive; null where there is none of that name.</summary>
    public abstract DirectiveSignature? Directive(string name);

    /// <exception cref="ErrorLimitException">There are now more errors than are wanted.</exception>
    public void Report(ValidationRule rule, ErrorText message, params ReadOnlySpan<Location> locations)
    {
        if (violations.Count == maxErrors)
        {
            var limit = $"There are more than {maxErrors} errors, which is the limit MaxErrors; validation ended there.";
            violations.Add(new Violation(null, new GraphQLError(limit) { Code = ErrorCodes.ErrorLimit }));
            throw new ErrorLimitException();
        }
        var found = rule.GetType();
        var error = ValidationError(message.ToString(), [.. locations[..Math.Min(locations.Length, MaxLocations)]]);
        violations.Add(new Violation(found, error with { Rule = found.Name }));
    }

    public virtual void Enter(Node node) => ancestors.Add(node);

    public virtual void Leave(Node node) => ancestors.RemoveAt(ancestors.Count - 1);

    private static GraphQLError ValidationError(string message, ImmutableArray<Location> locations) =>
        new(message) { Locations = locations, Code = GraphQLError.ValidationFailed };
}

/// <summary>An error and the class of the rule that found it; no rule found that there are too many.</summary>
internal sealed record Violation(Type? Rule, GraphQLError Error);

/// <summary>Ends a validation that has found as many errors as anyone will read.</summary>
internal sealed class ErrorLimitException : Exception;
