using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Awards.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlatformAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "AuditValues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Salt",
                table: "AuditValues",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "AboutId",
                table: "AuditRows",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActingAs",
                table: "AuditRows",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CallId",
                table: "AuditRows",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "AuditRows",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ValuesDigest",
                table: "AuditRows",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditLinks",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    AuditRowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ChainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLinks", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_AuditLinks_AuditRows_AuditRowId",
                        column: x => x.AuditRowId,
                        principalTable: "AuditRows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_AboutId",
                table: "AuditRows",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_CallId_At",
                table: "AuditRows",
                columns: new[] { "CallId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRows_RequestId",
                table: "AuditRows",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditLinks_AuditRowId",
                table: "AuditLinks",
                column: "AuditRowId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditLinks");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_AboutId",
                table: "AuditRows");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_CallId_At",
                table: "AuditRows");

            migrationBuilder.DropIndex(
                name: "IX_AuditRows_RequestId",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "AuditValues");

            migrationBuilder.DropColumn(
                name: "Salt",
                table: "AuditValues");

            migrationBuilder.DropColumn(
                name: "AboutId",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "ActingAs",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "CallId",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "AuditRows");

            migrationBuilder.DropColumn(
                name: "ValuesDigest",
                table: "AuditRows");
        }
    }
}
