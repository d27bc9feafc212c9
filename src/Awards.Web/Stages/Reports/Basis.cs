using Awards.Domain.Calls;

namespace Awards.Web.Stages.Reports;

/// <summary>What a report is written from, for the partial _Basis.</summary>
public sealed record Basis(CallDefinition Call, ReportRead Read);
