using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Does what comes before execution: parses and validates the document, chooses the operation, coerces the variables, plans and costs.
/// Valid documents are kept with their plans.
/// </summary>
internal sealed class RequestPreparer(Schema schema, EngineLimits limits)
{
    /// <summary>How many costs of a plan are kept, with different variables.</summary>
    private const int MaxCosts = 64;

    private readonly DocumentCache documents = new(limits.MaxCachedBytes);
    private readonly ParserLimits parserLimits = new() { MaxTokens = limits.MaxTokens, MaxSyntaxDepth = limits.MaxSyntaxDepth };

    public long CachedBytes => documents.Bytes;

    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public RequestPreparation Prepare(GraphQLRequest request, WorkCounter work)
    {
        var cost = default(RequestCost);
        var errors = new List<GraphQLError>();
        if (TryGetDocument(request.Query, work, errors, out var document)
            && TryGetOperation(document, request, errors, out var operation)
            && TryGetVariables(operation, request, work, errors, out var variables)
            && TryGetPlan(operation, variables, errors, out var plan))
        {
            cost = ComputeCost(plan, variables, request, work, errors);
            if (errors.Count == 0) return new PreparedRequest(document, plan, variables) { Cost = cost };
        }
        return new RefusedRequest(new RequestErrorResponse(errors) { Cost = cost });
    }

    public IReadOnlyList<GraphQLError> Check(string document)
    {
        var errors = new List<GraphQLError>();
        TryGetDocument(document, WorkCounter.Endless, errors, out _);
        return errors;
    }

    private bool TryGetDocument(
        string? text, WorkCounter work, List<GraphQLError> errors, [NotNullWhen(true)] out PreparedDocument? document)
    {
        document = null;
        if (text is null) return Refuse("The request has no query.", ErrorCodes.BadUserInput, errors);
        document = documents.Find(text);
        if (document is not null) return true;
        if (text.Length > limits.MaxDocumentLength)
        {
            return Refuse(
                $"The document is {text.Length} characters long; the limit MaxDocumentLength is {limits.MaxDocumentLength}.",
                ErrorCodes.DocumentLimit,
                errors);
        }
        try
        {
            var parsed = Parse(text);
            Validate(parsed, work, errors);
            if (errors.Count > 0) return false;
            document = new PreparedDocument(schema, text, parsed);
            documents.Add(document);
            return true;
        }
        catch (SyntaxException exception)
        {
            errors.Add(exception.ToError());
            return false;
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

    private bool TryGetOperation(
        PreparedDocument document,
        GraphQLRequest request,
        List<GraphQLError> errors,
        [NotNullWhen(true)] out PreparedOperation? operation)
    {
        operation = document.GetOperation(request.OperationName, out var problem);
        if (operation is null) return Refuse(problem, ErrorCodes.OperationResolutionFailure, errors);
        var kind = operation.Node.Operation;
        if (schema.RootType(kind) is null)
        {
            var name = kind.ToString().ToLowerInvariant();
            return Refuse($"The schema has no {name} type.", ErrorCodes.OperationResolutionFailure, errors);
        }
        return !(request.NoMutations && kind == OperationType.Mutation)
            || Refuse("Mutations are not answered here.", ErrorCodes.OperationNotAllowed, errors);
    }

    private bool TryGetVariables(
        PreparedOperation operation, GraphQLRequest request, WorkCounter work, List<GraphQLError> errors, out VariableValues variables)
    {
        variables = VariableCoercion.CoerceVariableValues(schema, operation.Node, request.Variables, limits, work, errors);
        if (errors.Count == 0 && operation.InputUses(work).Passed(variables, limits.MaxInputValues) is { } tooMany) errors.Add(tooMany);
        return errors.Count == 0;
    }

    private static bool TryGetPlan(
        PreparedOperation operation, VariableValues variables, List<GraphQLError> errors, [NotNullWhen(true)] out Plan? plan)
    {
        if (operation.TryGetPlan(variables, out plan, out var problem)) return true;
        errors.Add(problem);
        return false;
    }

    /// <summary>The cost of the request; null where there is no limit and the request does not ask for it.</summary>
    private RequestCost? ComputeCost(
        Plan plan, VariableValues variables, GraphQLRequest request, WorkCounter work, List<GraphQLError> errors)
    {
        var reporting = RequestCost.FindReporting(request);
        if (limits.MaxCost <= 0 && reporting == CostReporting.None) return null;
        var key = CostKey.Find(plan.Operation, variables);
        if (key is { } same && plan.Costs.TryGetValue(same, out var known))
            return known.Reporting == reporting ? known : known with { Reporting = reporting };
        var analysis = new CostAnalysis(schema, variables, work);
        var cost = analysis.ComputeCost(plan);
        if (analysis.Problem is { } problem)
        {
            errors.Add(problem);
            return null;
        }
        if (limits.MaxCost > 0 && cost.Total > limits.MaxCost) errors.Add(RequestCost.LimitError(cost, limits.MaxCost));
        var told = new RequestCost(cost.Total, limits.MaxCost > 0 ? limits.MaxCost : null, reporting);
        if (errors.Count == 0 && key is { } first && plan.Costs.Count < MaxCosts) plan.Costs.TryAdd(first, told);
        return told;
    }

    /// <returns>False, so that a method that tries can return it.</returns>
    private static bool Refuse(string message, string code, List<GraphQLError> errors)
    {
        errors.Add(new GraphQLError(message) { Code = code });
        return false;
    }
}
