using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Execution;

/// <summary>A request that can be executed.</summary>
internal sealed record PreparedRequest(PreparedDocument Document, Plan Plan, VariableValues Variables)
{
    /// <summary>Null where there is no limit and the request does not ask for it.</summary>
    public RequestCost? Cost { get; init; }

    public bool IsSubscription => Plan.Operation.Operation == OperationType.Subscription;
}

/// <summary>Everything before execution: parse, validate, choose the operation, coerce variables, plan, cost. Documents are kept.</summary>
internal sealed class RequestPreparation(Schema schema, EngineLimits limits)
{
    private readonly DocumentCache documents = new(limits.CachedDocuments);
    private readonly ParserLimits parserLimits = new() { MaxTokens = limits.MaxTokens, MaxSyntaxDepth = limits.MaxSyntaxDepth };

    /// <summary>Null where the request is refused, and then the response that does.</summary>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public PreparedRequest? Prepare(GraphQLRequest request, WorkCounter work, out GraphQLResponse? refusal)
    {
        refusal = null;
        var cost = default(RequestCost);
        var errors = new List<GraphQLError>();
        if (DocumentOf(request.Query, work, errors) is { } document
            && OperationOf(document, request, errors) is { } operation
            && VariablesOf(operation, request, work, errors) is { } variables
            && PlanOf(operation, variables, errors) is { } plan)
        {
            cost = CostOf(plan, variables, request, work, errors);
            if (errors.Count == 0) return new PreparedRequest(document, plan, variables) { Cost = cost };
        }
        refusal = new RequestErrorResponse(errors) { Cost = cost };
        return null;
    }

    public IReadOnlyList<GraphQLError> Check(string document)
    {
        var errors = new List<GraphQLError>();
        DocumentOf(document, WorkCounter.Endless, errors);
        return errors;
    }

    private PreparedDocument? DocumentOf(string? text, WorkCounter work, List<GraphQLError> errors)
    {
        if (text is null) return Refuse<PreparedDocument>("The request has no query.", ErrorCodes.BadUserInput, errors);
        if (documents.Find(text) is { } known) return known;
        if (text.Length > limits.MaxDocumentLength)
        {
            return Refuse<PreparedDocument>(
                $"The document is {text.Length} characters long; the limit MaxDocumentLength is {limits.MaxDocumentLength}.",
                ErrorCodes.DocumentLimit,
                errors);
        }
        try
        {
            var document = Parse(text);
            Validate(document, work, errors);
            if (errors.Count > 0) return null;
            var prepared = new PreparedDocument(schema, text, document);
            documents.Keep(text, prepared);
            return prepared;
        }
        catch (SyntaxException exception)
        {
            errors.Add(exception.ToError());
            return null;
        }
    }

    private DocumentNode Parse(string text)
    {
        using var activity = EngineTelemetry.Parse();
        return Parser.Parse(text, parserLimits);
    }

    private void Validate(DocumentNode document, WorkCounter work, List<GraphQLError> errors)
    {
        using var activity = EngineTelemetry.Validate();
        errors.AddRange(Validator.Validate(schema, document, limits.MaxErrors, work));
        if (errors.Count == 0) errors.AddRange(DocumentLimits.Passed(document, limits));
    }

    private PreparedOperation? OperationOf(PreparedDocument document, GraphQLRequest request, List<GraphQLError> errors)
    {
        if (document.GetOperation(request.OperationName, out var problem) is not { } operation)
            return Refuse<PreparedOperation>(problem, ErrorCodes.OperationResolutionFailure, errors);
        var kind = operation.Node.Operation;
        if (schema.RootType(kind) is null)
        {
            var name = kind.ToString().ToLowerInvariant();
            return Refuse<PreparedOperation>($"The schema has no {name} type.", ErrorCodes.OperationResolutionFailure, errors);
        }
        return request.NoMutations && kind == OperationType.Mutation
            ? Refuse<PreparedOperation>("Mutations are not answered here.", ErrorCodes.OperationNotAllowed, errors)
            : operation;
    }

    private VariableValues? VariablesOf(
        PreparedOperation operation, GraphQLRequest request, WorkCounter work, List<GraphQLError> errors)
    {
        var values = VariableCoercion.CoerceVariableValues(schema, operation.Node, request.Variables, limits, work, errors);
        if (errors.Count == 0 && operation.InputUses(work).Passed(values, limits.MaxInputValues) is { } tooMany) errors.Add(tooMany);
        return errors.Count == 0 ? values : null;
    }

    private static Plan? PlanOf(PreparedOperation operation, VariableValues variables, List<GraphQLError> errors)
    {
        var plan = operation.PlanFor(variables, out var problem);
        if (problem is not null) errors.Add(problem);
        return plan;
    }

    /// <summary>Null where there is no limit and the request does not ask for it.</summary>
    private RequestCost? CostOf(
        Plan plan, VariableValues variables, GraphQLRequest request, WorkCounter work, List<GraphQLError> errors)
    {
        var reporting = RequestCost.ReportingOf(request);
        if (limits.MaxCost <= 0 && reporting == CostReporting.None) return null;
        var analysis = new CostAnalysis(schema, variables, work);
        var cost = analysis.CostOf(plan);
        if (analysis.Problem is { } problem)
        {
            errors.Add(problem);
            return null;
        }
        if (limits.MaxCost > 0 && cost.Total > limits.MaxCost) errors.Add(RequestCost.Refusal(cost, limits.MaxCost));
        return new RequestCost(cost.Total, limits.MaxCost > 0 ? limits.MaxCost : null, reporting);
    }

    private static T? Refuse<T>(string message, string code, List<GraphQLError> errors)
        where T : class
    {
        errors.Add(new GraphQLError(message) { Code = code });
        return null;
    }
}
