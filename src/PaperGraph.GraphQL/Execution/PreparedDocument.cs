using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>A document that was parsed and found valid, with the plans of its operations.</summary>
internal sealed class PreparedDocument
{
    private readonly ImmutableArray<PreparedOperation> operations;
    private readonly string text;
    private string? hash;

    public PreparedDocument(Schema schema, string text, DocumentNode document)
    {
        this.text = text;
        var fragments = document.Fragments.DistinctBy(fragment => fragment.Name.Value).ToDictionary(
            fragment => fragment.Name.Value, StringComparer.Ordinal);
        var conditions = DocumentConditions.From(document);
        operations = [.. document.Operations.Select(operation => new PreparedOperation(schema, operation, fragments, conditions))];
    }

    /// <summary>The text as <c>sha256:</c> and hexadecimal digits.</summary>
    public string Hash => hash ??= HashOf(text);

    public static string HashOf(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>GetOperation; null where the request names none of the operations, and then why.</summary>
    public PreparedOperation? GetOperation(string? name, out string problem)
    {
        problem = "";
        if (string.IsNullOrEmpty(name))
        {
            if (operations.Length == 1) return operations[0];
            problem = operations.Length == 0
                ? "The document holds no operation."
                : $"The document holds {operations.Length} operations: say by operationName which of them to execute.";
            return null;
        }
        var found = operations.FirstOrDefault(operation => operation.Node.Name?.Value == name);
        if (found is null) problem = $"The document holds no operation named \"{Excerpt.From(name)}\".";
        return found;
    }
}

/// <summary>An operation and its plans so far.</summary>
internal sealed class PreparedOperation(
    Schema schema,
    OperationDefinitionNode node,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    DocumentConditions documentConditions)
{
    private const int MaxPlans = 32;

    private readonly ConcurrentDictionary<ulong, Plan> plans = new();

    private InputUses? inputUses;

    public OperationDefinitionNode Node => node;

    /// <summary>How much the arguments come to hold; counted once.</summary>
    public InputUses InputUses(WorkCounter work) => inputUses ??= Execution.InputUses.Count(node, fragments, work);

    /// <summary>The plan for these variables; null where a condition or a size has no value that it can have, and then why.</summary>
    public Plan? PlanFor(VariableValues variables, out GraphQLError? problem)
    {
        problem = null;
        if (documentConditions.Variables.Length > ConditionValues.MaxNames)
        {
            problem = BadInput($"Conditions depend on more than {ConditionValues.MaxNames} variables in this document.");
            return null;
        }
        if (ConditionValues.Create(documentConditions.Variables, variables, node, out var missing) is not { } conditions)
        {
            problem = BadInput($"Variable \"${missing}\" is null or missing, but a condition depends on it.");
            return null;
        }
        foreach (var directive in documentConditions.Incremental.Where(conditions.If))
        {
            var count = StreamUsage.InitialCountOf(directive, variables);
            if (count >= 0) continue;
            problem = BadInput($"The initialCount of @stream is {count}; it is 0 or more.", directive.Location);
            return null;
        }
        if (plans.TryGetValue(conditions.Key, out var known)) return known;
        var made = new Plan(schema, node, fragments, conditions) { IsIncremental = documentConditions.Incremental.Any(conditions.If) };
        return plans.Count < MaxPlans ? plans.GetOrAdd(conditions.Key, made) : made;
    }

    private static GraphQLError BadInput(ErrorText message, params ImmutableArray<Location> locations) =>
        new(message.ToString()) { Code = ErrorCodes.BadUserInput, Locations = locations };
}
