using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Awards.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PreReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CriterionComments",
                table: "ReviewSheets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "SetAsideAt",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ExcludedAt",
                table: "Entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SessionId",
                table: "ConsensusResults",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DismissedAt",
                table: "Conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DismissedBy",
                table: "Conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DismissedWhy",
                table: "Conflicts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Conflicts",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Reviewer");

            migrationBuilder.CreateTable(
                name: "ConflictStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UpTo = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConflictStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConflictStatements_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConflictStatements_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsensusSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BeginsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NoteTakerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HidesNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    MarginTenths = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupCodes = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CurrentEntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsensusSessions_AspNetUsers_NoteTakerId",
                        column: x => x.NoteTakerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ConsensusSessions_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PairDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PairDrafts_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportVolumes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WithDrafts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DataOf = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    PdfId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DocxId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVolumes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVolumes_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReportVolumes_StoredFiles_DocxId",
                        column: x => x.DocxId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ReportVolumes_StoredFiles_PdfId",
                        column: x => x.PdfId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReviewerProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Disciplines = table.Column<string>(type: "TEXT", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Min = table.Column<int>(type: "INTEGER", nullable: true),
                    Max = table.Column<int>(type: "INTEGER", nullable: true),
                    Absences = table.Column<string>(type: "TEXT", nullable: false),
                    Wishes = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewerProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewerProfiles_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReviewerProfiles_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewReminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewReminders_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReviewReminders_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewReopenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewReopenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewReopenings_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewVersions_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShortReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WriterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsGenerated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShortReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShortReports_AspNetUsers_WriterId",
                        column: x => x.WriterId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ShortReports_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ShortReports_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EarlierResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    GroupCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ResultId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierResults_ConsensusResults_ResultId",
                        column: x => x.ResultId,
                        principalTable: "ConsensusResults",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EarlierResults_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SessionAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionAbsences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionAbsences_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionAbsences_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionCallings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionCallings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionCallings_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionCallings_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Postponed = table.Column<bool>(type: "INTEGER", nullable: false),
                    InBlock = table.Column<bool>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionItems_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionItems_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionSeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Presence = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionSeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionSeats_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionSeats_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeptBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVersions_ShortReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ShortReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusResults_SessionId",
                table: "ConsensusResults",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConflictStatements_CallId_PersonId",
                table: "ConflictStatements",
                columns: new[] { "CallId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConflictStatements_PersonId",
                table: "ConflictStatements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusSessions_CallId_BeginsAt",
                table: "ConsensusSessions",
                columns: new[] { "CallId", "BeginsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusSessions_NoteTakerId",
                table: "ConsensusSessions",
                column: "NoteTakerId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierResults_ResultId",
                table: "EarlierResults",
                column: "ResultId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierResults_SessionId",
                table: "EarlierResults",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_PairDrafts_CallId",
                table: "PairDrafts",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_ReportId",
                table: "ReportVersions",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVolumes_CallId_OrderedAt",
                table: "ReportVolumes",
                columns: new[] { "CallId", "OrderedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportVolumes_DocxId",
                table: "ReportVolumes",
                column: "DocxId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVolumes_PdfId",
                table: "ReportVolumes",
                column: "PdfId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVolumes_State",
                table: "ReportVolumes",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewerProfiles_CallId_PersonId",
                table: "ReviewerProfiles",
                columns: new[] { "CallId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewerProfiles_PersonId",
                table: "ReviewerProfiles",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReminders_CallId_PersonId_Until_Days",
                table: "ReviewReminders",
                columns: new[] { "CallId", "PersonId", "Until", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReminders_PersonId",
                table: "ReviewReminders",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReopenings_ReviewId",
                table: "ReviewReopenings",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewVersions_ReviewId_At",
                table: "ReviewVersions",
                columns: new[] { "ReviewId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionAbsences_PersonId",
                table: "SessionAbsences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionAbsences_SessionId",
                table: "SessionAbsences",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionCallings_EntryId",
                table: "SessionCallings",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionCallings_SessionId",
                table: "SessionCallings",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionItems_EntryId",
                table: "SessionItems",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionItems_SessionId_EntryId",
                table: "SessionItems",
                columns: new[] { "SessionId", "EntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionSeats_PersonId",
                table: "SessionSeats",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionSeats_SessionId_PersonId",
                table: "SessionSeats",
                columns: new[] { "SessionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShortReports_CallId_State",
                table: "ShortReports",
                columns: new[] { "CallId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ShortReports_EntryId",
                table: "ShortReports",
                column: "EntryId",
                unique: true,
                filter: "\"ProjectId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ShortReports_EntryId_ProjectId",
                table: "ShortReports",
                columns: new[] { "EntryId", "ProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShortReports_WriterId_CallId",
                table: "ShortReports",
                columns: new[] { "WriterId", "CallId" });

            migrationBuilder.AddForeignKey(
                name: "FK_ConsensusResults_ConsensusSessions_SessionId",
                table: "ConsensusResults",
                column: "SessionId",
                principalTable: "ConsensusSessions",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ConsensusResults_ConsensusSessions_SessionId",
                table: "ConsensusResults");

            migrationBuilder.DropTable(
                name: "ConflictStatements");

            migrationBuilder.DropTable(
                name: "EarlierResults");

            migrationBuilder.DropTable(
                name: "PairDrafts");

            migrationBuilder.DropTable(
                name: "ReportVersions");

            migrationBuilder.DropTable(
                name: "ReportVolumes");

            migrationBuilder.DropTable(
                name: "ReviewerProfiles");

            migrationBuilder.DropTable(
                name: "ReviewReminders");

            migrationBuilder.DropTable(
                name: "ReviewReopenings");

            migrationBuilder.DropTable(
                name: "ReviewVersions");

            migrationBuilder.DropTable(
                name: "SessionAbsences");

            migrationBuilder.DropTable(
                name: "SessionCallings");

            migrationBuilder.DropTable(
                name: "SessionItems");

            migrationBuilder.DropTable(
                name: "SessionSeats");

            migrationBuilder.DropTable(
                name: "ShortReports");

            migrationBuilder.DropTable(
                name: "ConsensusSessions");

            migrationBuilder.DropIndex(
                name: "IX_ConsensusResults_SessionId",
                table: "ConsensusResults");

            migrationBuilder.DropColumn(
                name: "CriterionComments",
                table: "ReviewSheets");

            migrationBuilder.DropColumn(
                name: "SetAsideAt",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "ExcludedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "SessionId",
                table: "ConsensusResults");

            migrationBuilder.DropColumn(
                name: "DismissedAt",
                table: "Conflicts");

            migrationBuilder.DropColumn(
                name: "DismissedBy",
                table: "Conflicts");

            migrationBuilder.DropColumn(
                name: "DismissedWhy",
                table: "Conflicts");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Conflicts");
        }
    }
}
