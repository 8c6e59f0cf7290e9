using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation;

/// <summary>
/// One rule over one document. A fresh instance sees each document, so its state is its fields. It reports through the context that
/// its constructor is given.
/// </summary>
internal abstract class ValidationRule : Visitor;
