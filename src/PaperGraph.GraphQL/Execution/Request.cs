using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Cost;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What the parts of one execution share.</summary>
internal sealed class Request(
    PreparedRequest prepared,
    IServiceProvider services,
    EngineOptions options,
    Deadline deadline,
    RequestWatch watch)
{
    /// <summary>What is known of the cost before execution; null where nothing is.</summary>
    public RequestCost? Cost { get; } = prepared.Cost;

    public Plan Plan { get; } = prepared.Plan;

    public VariableValues Variables { get; } = prepared.Variables;

    public IServiceProvider Services { get; } = services;

    public EngineOptions Options { get; } = options;

    public RequestWatch Watch { get; } = watch;

    public CancellationToken CancellationToken => Deadline.Token;

    /// <summary>Counts the work of the request and ends it in time.</summary>
    public Deadline Deadline { get; } = deadline;

    public ColumnPool Pool { get; } = new(options.SpareColumns);

    /// <summary>What the execution cost, by what was added to it.</summary>
    public ActualCost ActualCost { get; } = new(prepared.Plan.Schema.Costs, prepared.Variables);

    /// <summary>The cost with what the execution actually cost; null where no cost is known.</summary>
    public RequestCost? CostAfterwards => Cost is null ? null : Cost with { OfAnswer = ActualCost };

    /// <summary>An exception that ends the execution instead of failing a field.</summary>
    public bool IsCancelled(Exception exception) => exception is OperationCanceledException && Deadline.IsOver;

    /// <summary>How many items of a field's list come with it.</summary>
    public int GetInitialCount(PlannedField field) => field.Stream?.InitialCountWith(Variables) ?? int.MaxValue;
}
