using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
    /// <summary>
    /// How many bytes of syntax tree a character of text comes to at most, as measured of dense documents (<c>{a b c}</c>); most texts
    /// come to a third of it.
    /// </summary>
    private const int BytesPerCharacter = 120;

    private readonly ImmutableArray<PreparedOperation> operations;
    private string? hash;

    public PreparedDocument(Schema schema, string text, DocumentNode document)
    {
        Text = text;
        Bytes = (long)text.Length * BytesPerCharacter;
        var fragments = document.Fragments.DistinctBy(fragment => fragment.Name.Value).ToDictionary(
            fragment => fragment.Name.Value, StringComparer.Ordinal);
        var conditions = DocumentConditions.From(document);
        operations = [.. document.Operations.Select(operation => new PreparedOperation(schema, operation, fragments, conditions, Grow))];
    }

    public string Text { get; }

    /// <summary>
    /// The estimated memory of the text, its syntax tree and its plans so far. Changed only by the cache that keeps the document.
    /// </summary>
    public long Bytes { get; set; }

    /// <summary>Called with the bytes that are added to the document when more of it is planned.</summary>
    public Action<PreparedDocument, long>? OnGrowth { get; set; }

    /// <summary>The hash of the text as <c>sha256:</c> and hexadecimal digits.</summary>
    public string Hash => hash ??= ComputeHash(Text);

    public static string ComputeHash(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

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

    private void Grow(long bytes) => OnGrowth?.Invoke(this, bytes);
}

/// <summary>An operation and its plans so far.</summary>
internal sealed class PreparedOperation(
    Schema schema,
    OperationDefinitionNode node,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    DocumentConditions documentConditions,
    Action<long> onGrowth)
{
    private const int MaxPlans = 32;

    private readonly ConcurrentDictionary<ulong, Plan> plans = new();

    private InputUses? inputUses;

    public OperationDefinitionNode Node => node;

    /// <summary>How much the arguments come to hold; counted once.</summary>
    public InputUses InputUses(WorkCounter work) => inputUses ??= Execution.InputUses.Count(node, fragments, work);

    /// <summary>The plan for these variables. False where a condition or a size has no value that it can have, and then why.</summary>
    public bool TryGetPlan(
        VariableValues variables, [NotNullWhen(true)] out Plan? plan, [NotNullWhen(false)] out GraphQLError? problem)
    {
        plan = null;
        if (!TryGetConditions(variables, out var conditions, out problem)) return false;
        foreach (var directive in documentConditions.Incremental)
        {
            if (!conditions.If(directive)) continue;
            var count = StreamUsage.GetInitialCount(directive, variables);
            if (count >= 0) continue;
            problem = BadInput($"The initialCount of @stream is {count}; it is 0 or more.", directive.Location);
            return false;
        }
        if (plans.TryGetValue(conditions.Key, out plan)) return true;
        plan = new Plan(schema, node, fragments, conditions, onGrowth)
        {
            IsIncremental = documentConditions.Incremental.Any(conditions.If),
        };
        if (plans.Count < MaxPlans) plan = plans.GetOrAdd(conditions.Key, plan);
        return true;
    }

    private bool TryGetConditions(
        VariableValues variables,
        [NotNullWhen(true)] out ConditionValues? conditions,
        [NotNullWhen(false)] out GraphQLError? problem)
    {
        conditions = null;
        problem = null;
        if (documentConditions.Variables.Length > ConditionValues.MaxNames)
        {
            problem = BadInput($"Conditions depend on more than {ConditionValues.MaxNames} variables in this document.");
            return false;
        }
        if (ConditionValues.TryCreate(documentConditions.Variables, variables, node, out conditions, out var missing)) return true;
        problem = BadInput($"Variable \"${missing}\" is null or missing, but a condition depends on it.");
        return false;
    }

    private static GraphQLError BadInput(ErrorText message, params ImmutableArray<Location> locations) =>
        new(message.ToString()) { Code = ErrorCodes.BadUserInput, Locations = locations };
}
