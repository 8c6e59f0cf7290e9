using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What the parts of one execution share.</summary>
internal sealed class Request(
    PreparedRequest prepared,
    IServiceProvider services,
    EngineOptions options,
    Deadline deadline,
    RequestWatch watch)
{
    private readonly VariableValues variables = prepared.Variables;

    /// <summary>What is known of the cost before execution; null where nothing is.</summary>
    public RequestCost? Cost { get; } = prepared.Cost;

    public Plan Plan { get; } = prepared.Plan;

    public IServiceProvider Services { get; } = services;

    public EngineOptions Options { get; } = options;

    public RequestWatch Watch { get; } = watch;

    public CancellationToken CancellationToken => Deadline.Token;

    /// <summary>Counts the work of the request and ends it in time.</summary>
    public Deadline Deadline { get; } = deadline;

    public ColumnPool Pool { get; } = new();

    /// <summary>What the execution cost, by what was added to it.</summary>
    public ActualCost ActualCost { get; } = new(prepared.Plan.Schema.Costs, prepared.Variables, deadline);

    /// <summary>The cost with what the execution actually cost; null where no cost is known.</summary>
    public RequestCost? CostAfterwards => Cost is null ? null : Cost with { Actual = ActualCost.Total };

    /// <summary>An exception that ends the execution instead of failing a field.</summary>
    public bool IsCancelled(Exception exception) => exception is OperationCanceledException && Deadline.IsOver;

    /// <summary>
    /// The coerced arguments of a field; those without variables are coerced once a plan. False where they cannot be coerced.
    /// </summary>
    public bool TryGetArguments(
        PlannedField field, [NotNullWhen(true)] out ArgumentValues? arguments, [NotNullWhen(false)] out FieldFailure? failure)
    {
        failure = null;
        arguments = field.ConstantArguments;
        if (arguments is not null) return true;
        arguments = ArgumentCoercion.CoerceArgumentValues(
            field.Definition.Arguments, field.Nodes[0].Arguments, variables, Deadline, out var problem);
        if (problem is not null)
        {
            failure = new FieldFailure($"{field}: {problem}", ErrorCodes.BadUserInput);
            return false;
        }
        if (IsConstant(field.Nodes[0].Arguments)) field.ConstantArguments = arguments;
        return true;
    }

    /// <summary>How many items of a field's list come with it.</summary>
    public int GetInitialCount(PlannedField field) => field.Stream?.InitialCountWith(variables) ?? int.MaxValue;

    private static bool IsConstant(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
            if (!IsConstant(argument.Value)) return false;
        return true;
    }

    private static bool IsConstant(ValueNode value) => value switch
    {
        VariableNode => false,
        ListValueNode list => list.Values.All(IsConstant),
        ObjectValueNode fields => fields.Fields.All(field => IsConstant(field.Value)),
        _ => true,
    };
}
